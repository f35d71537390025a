using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>A row of <c>request/active</c> or <c>request/history</c> (smspool:35,41; newer members in field-notes 2.2).</summary>
/// <param name="OrderCode">The order, as <c>order_id</c> of the purchase.</param>
/// <param name="PhoneNumber">The number in the vendor's text.</param>
/// <param name="Code">The code the vendor found; null for none. Text, since a code can begin with 0 (field-notes 1.2 T7).</param>
/// <param name="FullText">The whole text; null for none.</param>
/// <param name="Service">The service's name.</param>
/// <param name="ShortName">The country, <c>US</c>.</param>
/// <param name="Status">pending, completed, refunded, …</param>
/// <param name="OrderedAt">When it was bought.</param>
/// <param name="ExpiresAt">Until when a text can come.</param>
/// <param name="CompletedAt">When the text came, in the newer answers.</param>
/// <param name="Price">What it cost, in the newer answers.</param>
internal sealed record SmsPoolOrder(
    string OrderCode, string? PhoneNumber, string? Code, string? FullText, string? Service, string? ShortName, string? Status,
    DateTimeOffset? OrderedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? CompletedAt, decimal? Price)
{
    public static IReadOnlyList<SmsPoolOrder> ReadList(JsonElement json) => [.. SmsPoolRows.Of(json, "data", "orders").Select(Read)];

    private static SmsPoolOrder Read(JsonElement json) => new(
        json.Text("order_code", "order_id", "orderid") is { Length: > 0 } code ? code : throw new FormatException("An order of the list has no order_code."),
        json.Text("phonenumber", "number"),
        SmsPoolText.OrNone(json, "code"),
        SmsPoolText.OrNone(json, "full_code", "full_sms"),
        json.Text("service"),
        json.Text("short_name"),
        json.Text("status"),
        SmsPoolTime.Parse(json.Text("timestamp")),
        json.UnixTime("expiry", "expiration"),
        SmsPoolTime.Parse(json.Text("completed_on")),
        json.Amount("cost"));
}

/// <summary>An answer of <c>sms/check</c> (smspool:93-98).</summary>
/// <param name="Status">1 pending, 2 expired, 3 with a text, 4 resend, 5 cancelled, 6 refunded; others are kept (field-notes 1.2 T18).</param>
/// <param name="Code">The code the vendor found.</param>
/// <param name="FullText">The whole text; the code where the vendor gives nothing else.</param>
/// <param name="ExpiresAt">Until when a text can come.</param>
/// <param name="Resend">What the vendor says of resends: count or flag (field-notes 1.2 T17).</param>
internal sealed record SmsPoolCheck(long Status, string? Code, string? FullText, DateTimeOffset? ExpiresAt, string? Resend)
{
    private const long Completed = 3;

    /// <summary>True when no text can come any more.</summary>
    public bool IsOver => Status is 2 or 5 or 6;

    public static SmsPoolCheck Read(JsonElement json)
    {
        // No default: an unknown order has no status at all (field-notes 1.2 T5).
        var status = json.Number("status") ?? throw new FormatException("The order has no status.");
        var code = SmsPoolText.OrNone(json, "sms");
        var text = SmsPoolText.OrNone(json, "full_sms") ?? (status == Completed ? code : null);
        return new SmsPoolCheck(status, code, text, json.UnixTime("expiration"), json.Text("resend"));
    }
}

/// <summary>Text members whose "nothing" is "0" or empty.</summary>
internal static class SmsPoolText
{
    /// <summary>The member's text; null for null, "" and "0" (field-notes 1.2 T7).</summary>
    public static string? OrNone(JsonElement json, params ReadOnlySpan<string> names)
    {
        if (json.Member(names) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object })
        {
            throw new FormatException("There is a list in place of a text.");
        }

        return json.Text(names) is { } text && text is not ("" or "0") ? text : null;
    }
}

/// <summary>Lists as SMSPool sends them.</summary>
internal static class SmsPoolRows
{
    /// <summary>The rows of a plain list, of one below <paramref name="names"/>, of an object keyed "0", "1", …; nested lists are flattened as one client saw them (field-notes 2.2).</summary>
    public static IReadOnlyList<JsonElement> Of(JsonElement json, params ReadOnlySpan<string> names)
    {
        var list = json.Member(names) ?? json;
        var rows = list.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? list.Items() : throw new FormatException("The vendor's answer is not a list.");
        return [.. rows.SelectMany(row => row.ValueKind == JsonValueKind.Array ? row.EnumerateArray().ToArray() : [row])];
    }
}
