using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SmsPortal.Vendors.GetSms;

/// <summary>What GetSMS says, in our words. Pure functions.</summary>
public static class GetSmsMapping
{
    /// <summary><c>read_sms</c> shows at most that many (getsms:225).</summary>
    private const int FullAnswer = 3;

    private const string NoMessages = "No messages";

    private const string NothingSeen = "-";

    /// <summary>The content of <c>{"status":"ok","message":…}</c>: a list, a text or one object, depending on the command.</summary>
    /// <exception cref="VendorException">The failure that <c>{"status":"error","message":"…"}</c> names, or BadAnswer.</exception>
    public static JsonElement Message(VendorAnswer answer)
    {
        var json = Parse(answer);
        var words = json.Member("message") is { ValueKind: JsonValueKind.String } text ? text.AsText() : null;
        return json.Text("status")?.ToLowerInvariant() switch
        {
            "ok" when answer.IsSuccess => json.Member("message") ?? throw answer.Unreadable("The vendor's answer has no message."),
            "error" => throw Failure(answer, words),
            _ when answer.Status is 401 or 403 => throw Failure(answer, words),
            _ => throw answer.Unreadable("The vendor's answer says neither ok nor error."),
        };
    }

    /// <summary>The class of a documented error text; anything else is Refused, in the vendor's words.</summary>
    public static VendorFailureKind ToFailureKind(string words)
    {
        return Has("unauthorized") || Has("api key") || Has("api_key") ? VendorFailureKind.KeyRejected
            : Has("no numbers available") || Has("mdn is not available") ? VendorFailureKind.NoStock
            : Has("invalid service name") || Has("invalid request id") || Has(NoMessages) ? VendorFailureKind.NotFound
            : Has("balance") || Has("insufficient") ? VendorFailureKind.NoCredit
            : Has("too many") || Has("too often") ? VendorFailureKind.RateLimited
            : VendorFailureKind.Refused;

        bool Has(string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>"10.00"</c>, or a number.</summary>
    public static decimal ToBalance(JsonElement message, VendorAnswer answer) =>
        decimal.TryParse(message.AsText()?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var balance)
            ? balance
            : throw answer.Unreadable("The vendor's balance is not a number.");

    /// <summary>The rows of a list that may also be one object; a row that does not fit makes the answer unreadable, so that nothing is dropped in silence.</summary>
    public static IReadOnlyList<T> Rows<T>(JsonElement message, VendorAnswer answer, Func<JsonElement, T?> read)
        where T : class =>
        message.ValueKind is JsonValueKind.Array or JsonValueKind.Object
            ? [.. message.Items().Select(row => read(row) ?? throw answer.Unreadable("A row of the vendor's answer has another shape than its document says."))]
            : throw answer.Unreadable("The vendor's answer is not a list.");

    /// <summary>The rows of <c>read_sms</c>, newest first as sent; "No messages" is an empty list, not an error.</summary>
    public static IReadOnlyList<GetSmsText> ToTexts(VendorAnswer answer)
    {
        JsonElement message;
        try
        {
            message = Message(answer);
        }
        catch (VendorException nothing) when (nothing.Failure.Kind == VendorFailureKind.NotFound && nothing.Failure.Message.Contains(NoMessages, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        // Without its time a text cannot be told from the same text by webhook: better read again than stored twice.
        return Rows(message, answer, row => GetSmsText.Read(row) is { } text && ToTime(text.Timestamp) is not null ? text : null);
    }

    /// <summary>
    /// One poll. The cursor holds fingerprints of the rows last seen: a full answer without any of them may have pushed older texts out
    /// (and only then: an overlap proves that nothing is missing between).
    /// </summary>
    public static MessageReading ToReading(IReadOnlyList<GetSmsText> texts, string? cursor)
    {
        var oldestFirst = texts.Reverse().OrderBy(text => ToTime(text.Timestamp)).ToList();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var messages = oldestFirst.ConvertAll(text =>
        {
            var identity = Identify(text);
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            return ToMessage(text, new VendorIdentity(identity, seen[identity]));
        });
        var prints = seen.Keys.Select(Fingerprint).ToList();
        var known = cursor?.Split(',') ?? [];
        return new MessageReading(messages, prints.Count == 0 ? NothingSeen : string.Join(',', prints), PossibleGap: cursor is not null && texts.Count >= FullAnswer && !prints.Exists(known.Contains));
    }

    /// <summary>A text that a webhook brought; the request's id makes its line and tells true twins apart.</summary>
    public static VendorMessage ToPostedMessage(GetSmsText text) => ToMessage(text, new VendorIdentity(Identify(text), 1, text.Id));

    /// <summary>to + from + service + timestamp + reply (domain.md), the same for poll and webhook: the time as a whole number, one form of line ends.</summary>
    public static string Identify(GetSmsText text) =>
        VendorIdentity.Join("getsms", text.To, text.From ?? "", text.Service ?? "", ToTime(text.Timestamp)?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ShownText(text.Reply!).Trim());

    /// <summary><c>reply</c> can hold a literal backslash-n for a new line (field-notes 2.4).</summary>
    public static string ShownText(string reply) => reply
        .Replace("\\r\\n", "\n", StringComparison.Ordinal)
        .Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n');

    private static VendorMessage ToMessage(GetSmsText text, VendorIdentity identity) => new()
    {
        Identity = identity,
        LineKey = text.Id is null ? $"mdn:{text.To}" : $"request:{text.Id}",
        LineKind = text.Id is null ? LineKind.Found : LineKind.OneTime,
        LineByNumber = true,
        Number = text.To,
        Sender = string.IsNullOrEmpty(text.From) ? null : text.From,
        Text = ShownText(text.Reply!),
        At = ToTime(text.Timestamp),
        VendorCode = text.Pin,
        Service = text.Service,
        OrderKey = text.Id,
        Price = text.Price,
    };

    private static DateTimeOffset? ToTime(string? unixSeconds) =>
        long.TryParse(unixSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string Fingerprint(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 8));

    private static JsonElement Parse(VendorAnswer answer)
    {
        try
        {
            return LenientJson.Parse(answer);
        }
        catch (VendorException) when (answer.Status == 401)
        {
            throw Failure(answer, null);
        }
        catch (VendorException) when (answer.Status == 404)
        {
            throw answer.Failed(VendorFailureKind.NotFound, "There is no GetSMS interface at this address.");
        }
    }

    private static VendorException Failure(VendorAnswer answer, string? words)
    {
        var kind = words is null ? VendorFailureKind.Refused : ToFailureKind(words);
        if (kind == VendorFailureKind.Refused && answer.Status is 401 or 403)
        {
            kind = VendorFailureKind.KeyRejected;
        }

        // Wrong user and wrong key get the same word, "Unauthorized" (field-notes 2.4); the key is the likelier mistake.
        return answer.Failed(kind, string.IsNullOrWhiteSpace(words) ? "The vendor refuses without a reason." : words[..Math.Min(words.Length, 500)], kind == VendorFailureKind.KeyRejected ? GetSmsVendor.KeyField : null);
    }
}
