using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>
/// What an answer means before its content is believed. No error format is defined: failures are <c>success: 0</c> with <c>message</c> or <c>errors[]</c>,
/// with HTTP 200, 400, 403, 404 or 422, and the messages of 422 are HTML (field-notes 2.2).
/// </summary>
internal static partial class SmsPoolFailures
{
    /// <summary>The answer as JSON when it is no failure.</summary>
    /// <exception cref="VendorException">The vendor says no, or the answer is not JSON.</exception>
    public static JsonElement Accept(VendorAnswer answer)
    {
        if (answer.IsSuccess)
        {
            var json = LenientJson.Parse(answer);
            return IsFailure(json) ? throw Failure(answer, json) : json;
        }

        throw TryRead(answer) is { } said ? Failure(answer, said) : Failure(answer);
    }

    /// <summary>True for a 404 that says that the call, not the thing asked for, is unknown: an answer of the call itself carries <c>success</c> or <c>errors</c>.</summary>
    public static bool IsNoSuchCall(VendorAnswer answer) =>
        answer.Status == 404 && TryRead(answer) is var said && said?.Member("success", "errors", "type") is null;

    /// <summary>The vendor's HTML as plain text: <c>&lt;p&gt;Pool &lt;b&gt;Foxtrot&lt;/b&gt;: none&lt;/p&gt;</c> → <c>Pool Foxtrot: none</c>.</summary>
    public static string PlainText(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(html, " "), "")), " ").Trim();

    private static bool IsFailure(JsonElement json) =>
        json.Flag("success") == false || (json.Member("success") is null && json.Member("errors") is { } errors && errors.Items().Count > 0);

    private static VendorException Failure(VendorAnswer answer) => answer.Status switch
    {
        401 => answer.Failed(VendorFailureKind.KeyRejected, "The vendor does not accept the key.", SmsPoolCalls.KeyField),
        404 => answer.Failed(VendorFailureKind.NotFound, "The vendor does not have this call."),
        _ => answer.Unreadable($"The vendor answered {answer.Status} without a reason."),
    };

    private static VendorException Failure(VendorAnswer answer, JsonElement json)
    {
        var errors = json.Member("errors").Items();
        var words = string.Join("; ", Words(json, errors).Select(PlainText).Where(text => text.Length > 0).Distinct());
        if (answer.Status == 401 || Has(words, "api key", "param: key") || errors.Any(error => error.Text("param") == SmsPoolCalls.KeyField))
        {
            return answer.Failed(VendorFailureKind.KeyRejected, words.Length > 0 ? words : "The vendor does not accept the key.", SmsPoolCalls.KeyField);
        }

        var kind = Kind(json.Text("type"), words, answer.Status);
        var message = words.Length > 0 ? words : "The vendor refused without a reason.";
        return new VendorException(answer.Failed(kind, message).Failure with { RetryAfter = Block(words) });
    }

    private static IEnumerable<string> Words(JsonElement json, IReadOnlyList<JsonElement> errors) =>
        errors.Select(error => error.AsText() ?? string.Join(" ", new[] { error.Text("message"), error.Text("param") is { } param ? $"({param})" : null }.OfType<string>()))
            .Prepend(json.Text("message", "error") ?? "");

    // The documented texts: smspool:50-51, 82-86, 99, 107, 123-183; the types: field-notes 2.2.
    private static VendorFailureKind Kind(string? type, string words, int status) => (type?.ToUpperInvariant(), words) switch
    {
        ("BALANCE_ERROR", _) => VendorFailureKind.NoCredit,
        ("OUT_OF_STOCK" or "PRICE_NOT_FOUND", _) => VendorFailureKind.NoStock,
        _ when Has(words, "insufficient balance", "enough balance") => VendorFailureKind.NoCredit,
        _ when Has(words, "not available for", "is not available", "no available", "out of stock", "suitable pool") => VendorFailureKind.NoStock,
        _ when Has(words, "could not find", "could not be found", "no rental was found", "no price was found", "not found") => VendorFailureKind.NotFound,
        _ when Has(words, "too many requests", "rate limit") => VendorFailureKind.RateLimited,
        _ when Has(words, "something went horribly wrong", "something has gone wrong") => VendorFailureKind.VendorDown,
        _ when status == 403 => VendorFailureKind.KeyRejected,
        _ when status == 404 => VendorFailureKind.NotFound,
        _ => VendorFailureKind.Refused,
    };

    // "You have made too many failed purchases, please improve your success rate and try again in 6 hours."
    private static TimeSpan? Block(string words) =>
        Hours().Match(words) is { Success: true } match && int.TryParse(match.Groups["hours"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 48
            ? TimeSpan.FromHours(hours)
            : null;

    private static bool Has(string words, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static JsonElement? TryRead(VendorAnswer answer)
    {
        try
        {
            return LenientJson.Parse(answer) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json ? json : null;
        }
        catch (VendorException)
        {
            return null;
        }
    }

    [GeneratedRegex("</p>|<br ?/?>|</li>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("try again in (?<hours>[0-9]{1,2}) hours?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hours();
}
