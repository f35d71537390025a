using System.Text.Json;

namespace SmsPortal.Vendors.GetSms;

/// <summary>
/// A row of <c>read_sms</c> or the fields of the webhook <c>incoming_message</c> (getsms:237, 336-349). <c>timestamp</c> is Unix seconds
/// (<c>date_time</c> is New York time for people and is not read), <c>reply</c> can hold a literal backslash-n, <c>id</c> comes by webhook only.
/// </summary>
public sealed record GetSmsText(string? Timestamp, string? From, string? To, string? Service, decimal? Price, string? Reply, string? Pin, string? Id)
{
    /// <summary>The row, or null when it lacks what identifies a text: <c>to</c> and <c>reply</c>.</summary>
    public static GetSmsText? Read(JsonElement json)
    {
        var reply = json.Text("reply") ?? (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("reply", out var empty) && empty.ValueKind == JsonValueKind.Null ? "" : null);
        var to = json.Text("to")?.Trim();
        return reply is null || string.IsNullOrEmpty(to)
            ? null
            : new GetSmsText(json.Text("timestamp")?.Trim(), json.Text("from")?.Trim(), to, json.Text("service"), json.Amount("price"), reply, Filled(json.Text("pin")), Filled(json.Text("id")));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>
/// A request as <c>request_status</c> shows it (getsms:149). <c>mdn</c> has 11 digits with a leading 1 and is empty while waiting; <c>status</c> is Awaiting MDN,
/// Reserved, Completed, Rejected or Timed Out, unknown words are kept; <c>till_expiration</c> (seconds left) is the only lifetime to trust (field-notes 1.4 T2).
/// </summary>
public sealed record GetSmsRequest(string Id, string Mdn, string Service, string Status, string State, decimal? Markup, decimal? Price, string Carrier, long? TillExpiration)
{
    /// <summary>The request, or null when it has no id or no status.</summary>
    public static GetSmsRequest? Read(JsonElement json) => json.Text("id") is { Length: > 0 } id && json.Text("status") is { Length: > 0 } status
        ? new GetSmsRequest(id, json.Text("mdn") ?? "", json.Text("service") ?? "", status, json.Text("state") ?? "", json.Amount("markup"), json.Amount("price"), json.Text("carrier") ?? "", json.Number("till_expiration"))
        : null;
}

/// <summary>A service as <c>list_services</c> shows it; prices and stock are approximate (getsms:288, 312), <c>recommended_markup</c> comes only for exactly one service (getsms:311).</summary>
public sealed record GetSmsService(string Name, decimal? Price, long? Available, decimal? RecommendedMarkup, decimal? LongTermPrice, decimal? LongTermShortPrice, long? LongTermAvailable)
{
    /// <summary>The service, or null when it has no name. <c>available</c> is the older name of <c>otp_available</c> (field-notes 2.4).</summary>
    public static GetSmsService? Read(JsonElement json) => json.Text("name") is { Length: > 0 } name
        ? new GetSmsService(name, json.Amount("price"), json.Number("otp_available", "available"), json.Amount("recommended_markup"), json.Amount("ltr_price"), json.Amount("ltr_short_price"), json.Number("ltr_available"))
        : null;
}
