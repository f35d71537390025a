using System.Security.Cryptography;

namespace SmsPortal.People;

/// <summary>First passwords that an admin hands over: easy to read out, about 98 bits.</summary>
public static class PasswordMaker
{
    // Without what is mistaken for something else: 0 o, 1 l i.
    private const string Characters = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Five groups of four, such as <c>k7fq-m2xd-9rtp-w4hz-c8vn</c>.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(Characters, 4)));
}
