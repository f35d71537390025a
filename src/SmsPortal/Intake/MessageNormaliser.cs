using System.Security.Cryptography;
using System.Text;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Intake;

/// <summary>What the vendor said, made into what we keep: text that PostgreSQL can hold, the code found, the time made sane, the identity hashed.</summary>
internal static class MessageNormaliser
{
    private const int LongestSender = 200;

    // No text message is longer; the index of words has a limit. The whole is kept in OriginalBody.
    private const int LongestBody = 50_000;

    public static NewMessage Normalise(VendorMessage message, int accountId, long lineId, ArrivalWay way, bool history, DateTimeOffset now)
    {
        var body = Short(Clean(message.Text), LongestBody);
        var code = message.Incoming ? CodeFinder.Find(body, message.VendorCode, message.Service) : null;
        return new NewMessage
        {
            AccountId = accountId,
            LineId = lineId,
            IdentityHash = SHA256.HashData(Encoding.UTF8.GetBytes(message.Identity.Text)),
            Occurrence = message.Identity.Occurrence,
            IdentityVendorId = Clean(message.Identity.VendorId),
            Incoming = message.Incoming,
            Sender = Short(Clean(message.Sender), LongestSender),
            Number = Short(Clean(message.Number), LongestSender),
            Body = body,
            OriginalBody = body == message.Text ? null : Convert.ToBase64String(Encoding.Unicode.GetBytes(message.Text)),
            Code = code?.Shown,
            CodeToCopy = code?.Copied,
            Service = Short(Clean(message.Service), LongestSender),
            OrderKey = Clean(message.OrderKey),
            Price = message.Price,
            Status = Clean(message.Status),
            VendorAt = message.At,
            At = message.At is { } at && at <= now && at > DateTimeOffset.UnixEpoch ? at : now,
            Way = way,
            History = history,
            Raw = Clean(message.Raw),
        };
    }

    // PostgreSQL refuses U+0000, and half a surrogate pair is not text.
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Clean(string? text)
    {
        if (text is null || (!text.Contains('\0', StringComparison.Ordinal) && IsWellFormed(text)))
        {
            return text;
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', '\uFFFD')));
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Short(string? text, int most) => text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
