using System.Globalization;
using System.Text.Json;

namespace SmsPortal.Vendors.JookSms;

/// <summary>What JookSMS says, in our words. Pure functions. No error answer is documented, so every likely form is read (field-notes 1.3 T1, 2.3).</summary>
public static class JookSmsMapping
{
    /// <summary>The key of the one line of an account: the vendor never says to which own number a text came.</summary>
    public const string InboxKey = "inbox";

    /// <summary>The whole object of an answer with <c>"result":"ok"</c> (jooksms:57).</summary>
    /// <exception cref="VendorException">The failure the answer names, or BadAnswer.</exception>
    public static JsonElement Accept(VendorAnswer answer)
    {
        JsonElement json;
        try
        {
            json = LenientJson.Parse(answer);
        }
        catch (VendorException) when (answer.Status is 401 or 404)
        {
            throw Failure(answer, null);
        }

        return (answer.IsSuccess, json.Text("result")?.ToLowerInvariant()) switch
        {
            (true, "ok") => json,
            (true, null) when json.Member("error", "message", "errors") is null => throw answer.Unreadable("The vendor's answer has no result."),
            _ => throw Failure(answer, json),
        };
    }

    /// <summary>True when a new token may help: 401, OAuth's words, or (reads only) any result but ok, which is how an expired token may show (field-notes 2.3).</summary>
    public static bool AsksForNewToken(VendorAnswer answer)
    {
        if (answer.Status == 401 || (answer.Status is 400 or 403 && IsAboutToken(answer.Text)))
        {
            return true;
        }

        try
        {
            return answer.IsSuccess && LenientJson.Parse(answer).Text("result", "error") is { } result && result != "ok"
                && (answer.Effect == CallEffect.None || IsAboutToken(answer.Text));
        }
        catch (VendorException)
        {
            return false;
        }
    }

    /// <summary>The <c>data</c> of a single answer.</summary>
    public static T One<T>(VendorAnswer answer, Func<JsonElement, T?> read)
        where T : class =>
        Accept(answer).Member("data") is { ValueKind: JsonValueKind.Object } data && read(data) is { } one ? one : throw answer.Unreadable("The vendor's answer has another shape than its document says.");

    /// <summary>A page of a list. Whether there is a next one is all that is taken from <c>links</c>: its URL may name http:// or another host.</summary>
    public static JookSmsPage<T> Page<T>(VendorAnswer answer, int page, Func<JsonElement, T?> read)
        where T : class
    {
        var json = Accept(answer);
        if (json.Member("data") is not { ValueKind: JsonValueKind.Array } data)
        {
            throw answer.Unreadable("The vendor's answer holds no list.");
        }

        var rows = data.EnumerateArray().Select(row => read(row) ?? throw answer.Unreadable("A row of the vendor's answer has another shape than its document says.")).ToList();
        var pagination = json.Member("meta")?.Member("pagination");
        var more = pagination?.Number("total_pages") is { } pages
            ? page < pages
            : pagination?.Member("links")?.Text("next") is { Length: > 0 } || (pagination is null && rows.Count > 0);
        return rows.Count == 0 && more ? throw answer.Unreadable("The vendor's page is empty although more follow.") : new JookSmsPage<T>(rows, more);
    }

    /// <summary>A text, of either direction, on the account's one line.</summary>
    public static VendorMessage ToMessage(JookSmsText text) => new()
    {
        Identity = new VendorIdentity(VendorIdentity.Join("jooksms", text.Id.ToString(CultureInfo.InvariantCulture))),
        LineKey = InboxKey,
        LineKind = LineKind.TwoWay,
        Sender = string.IsNullOrEmpty(text.Number) ? null : text.Number,
        Text = text.Content,
        At = text.Created,
        Incoming = text.Incoming,
        Status = text.Status,
    };

    /// <summary>The failure an answer names; <paramref name="json"/> is null when it could not be read.</summary>
    public static VendorException Failure(VendorAnswer answer, JsonElement? json)
    {
        var words = json is { } body ? Words(body) : null;
        var all = $"{json?.Text("error")} {words}";
        var kind = answer.Status switch
        {
            401 => VendorFailureKind.KeyRejected,
            404 => VendorFailureKind.NotFound,
            _ when IsAboutToken(all) || Has(all, "invalid_client") || Has(all, "unauthorized") || Has(all, "authentication") => VendorFailureKind.KeyRejected,
            _ when Has(all, "insufficient") || Has(all, "credit") || Has(all, "balance") => VendorFailureKind.NoCredit,
            _ when Has(all, "not found") || Has(all, "not exist") => VendorFailureKind.NotFound,
            _ when Has(all, "too many") => VendorFailureKind.RateLimited,
            _ => VendorFailureKind.Refused,
        };
        return answer.Failed(kind, string.IsNullOrWhiteSpace(words) ? Default(kind) : words[..Math.Min(words.Length, 500)]);
    }

    // {"error":"access_denied","error_description":"…"}, {"result":"error","message":"…"}, {"message":"…","errors":{"to":["…"]}}
    private static string? Words(JsonElement json)
    {
        if (json.Member("errors") is { ValueKind: JsonValueKind.Object } errors)
        {
            var each = errors.EnumerateObject().Select(field => field.Value.ValueKind == JsonValueKind.Array ? string.Join(' ', field.Value.EnumerateArray().Select(word => word.AsText())) : field.Value.AsText());
            return string.Join(' ', each);
        }

        return json.Text("error_description", "message", "error");
    }

    private static bool IsAboutToken(string words) => Has(words, "access_denied") || Has(words, "access token") || Has(words, "access_token") || Has(words, "token has expired") || Has(words, "token expired");

    private static string Default(VendorFailureKind kind) => kind switch
    {
        VendorFailureKind.KeyRejected => "The vendor refuses the credentials.",
        VendorFailureKind.NotFound => "The vendor does not know it.",
        _ => "The vendor refuses without a reason.",
    };

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
}
