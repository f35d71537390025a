using System.Security.Cryptography;

namespace SmsPortal.Web.Components;

/// <summary>An id that a person can quote and the log holds.</summary>
public static class FailureId
{
    /// <summary>Eight characters that cannot be mistaken for each other.</summary>
    public static string New() => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 8);
}
