using System.Text.Json;

namespace SmsPortal.Vendors.JookSms;

/// <summary>
/// A text as <c>sms/</c>, <c>sms/{id}</c> and the search show it (jooksms:27-62, 234-604, 885-898). <c>number</c> is the other party in both directions,
/// our own number is never said (field-notes 1.3 T11); <c>external_id</c> is ours, null for texts sent by hand.
/// </summary>
public sealed record JookSmsText(long Id, string? Number, string Content, bool Incoming, string? Status, string? ExternalId, DateTimeOffset? Created, JookSmsContact? Contact)
{
    /// <summary>The text, or null when it lacks id, content or direction.</summary>
    public static JookSmsText? Read(JsonElement json)
    {
        var content = json.Text("content") ?? (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("content", out var empty) && empty.ValueKind == JsonValueKind.Null ? "" : null);
        var direction = json.Text("direction")?.Trim();
        return json.Number("id") is > 0 and var id && content is not null && direction is { Length: > 0 }
            ? new JookSmsText(id, json.Text("number")?.Trim(), content, !IsSending(direction), json.Text("status"), json.Text("external_id"), JookSmsTime.Read(json.Member("created")), JookSmsContact.ReadIncluded(json.Member("contact")))
            : null;
    }

    // "sending" is the documented word; "sent" and "outgoing" are guarded against.
    private static bool IsSending(string direction) =>
        direction.StartsWith("sen", StringComparison.OrdinalIgnoreCase) || direction.StartsWith("out", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A contact (jooksms:606-627). <c>last_name</c> can be null although it is required; <c>reference</c> comes only from the contact calls (field-notes 1.3 T5).</summary>
public sealed record JookSmsContact(long Id, string? DisplayName, string? FirstName, string? LastName, string? MainPhone, string? Reference, long? Status)
{
    /// <summary>The contact, or null when it has no id.</summary>
    public static JookSmsContact? Read(JsonElement json) => json.Number("id") is { } id
        ? new JookSmsContact(id, json.Text("display_name"), json.Text("first_name"), json.Text("last_name"), json.Text("main_phone"), json.Text("reference"), json.Number("status"))
        : null;

    /// <summary>The contact included in a text: <c>{"data":{…}}</c>; null when it is missing or <c>{"data":[]}</c>.</summary>
    public static JookSmsContact? ReadIncluded(JsonElement? json) => json?.Member("data") is { ValueKind: JsonValueKind.Object } data ? Read(data) : null;
}

/// <summary>A contact group (jooksms:840-872).</summary>
public sealed record JookSmsContactGroup(long Id, string Name)
{
    /// <summary>The group, or null when it has no id.</summary>
    public static JookSmsContactGroup? Read(JsonElement json) => json.Number("id") is { } id ? new JookSmsContactGroup(id, json.Text("name") ?? "") : null;
}

/// <summary>A page of a list: its rows, and whether there is a next page.</summary>
public sealed record JookSmsPage<T>(IReadOnlyList<T> Rows, bool HasMore);

/// <summary>What to search for (jooksms:911-917): at least one of them.</summary>
public sealed record JookSmsSearch(string? Number = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Query = null);
