using System.Text.Json;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>
/// One item of <c>new_messages</c>. The document never shows its shape (field-notes 1.1 T6): members are looked for under the names that such services use,
/// and the raw element is kept.
/// </summary>
/// <param name="Text">The body; empty where the vendor sends null, as for a picture.</param>
/// <param name="Sender">The other party as text.</param>
/// <param name="Time">The time in the vendor's words.</param>
/// <param name="At">The time in UTC, only when its words leave no doubt about the zone.</param>
/// <param name="Raw">The raw element, at most 4,000 characters.</param>
internal sealed record CoolSmsText(string Text, string? Sender, string? Time, DateTimeOffset? At, string Raw)
{
    private const int MaxRaw = 4000;
    private static readonly string[] ListNames = ["messages", "new_messages", "message", "data", "sms", "smses", "texts", "items", "list", "results", "inbox"];
    private static readonly string[] BodyNames = ["message", "text", "body", "sms", "content", "msg", "message_text", "message_body", "sms_text"];
    private static readonly string[] SenderNames = ["from", "sender", "number_from", "from_number", "sender_number", "source", "originator", "caller", "caller_id", "phone"];
    private static readonly string[] TimeNames = ["time", "timestamp", "date", "received", "received_at", "created", "created_at", "datetime", "date_time", "time_received", "date_received", "sent_at"];
    private static readonly HashSet<string> OtherNames = new(["number", "label", "type", "id", "number_type", "number_label", "ordinal", "response", .. SenderNames, .. TimeNames], StringComparer.OrdinalIgnoreCase);

    /// <summary>Every text of the answer, in the vendor's order.</summary>
    /// <exception cref="FormatException">There is something that cannot be read: better no answer than a lost text.</exception>
    public static IReadOnlyList<CoolSmsText> ReadList(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().Select(Read)],
        JsonValueKind.Object => [.. Listed(json).Select(Read)],
        _ => throw new FormatException("The answer holds no list of messages."),
    };

    private static IReadOnlyList<JsonElement> Listed(JsonElement json)
    {
        foreach (var name in ListNames)
        {
            if (json.Member(name) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } list)
            {
                return list.Items();
            }
        }

        var members = json.EnumerateObject().Where(member => member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).ToList();
        if (members is [{ Value: var only }])
        {
            return only.Items();
        }

        if (members.Count > 0 && members.TrueForAll(member => int.TryParse(member.Name, System.Globalization.CultureInfo.InvariantCulture, out _)))
        {
            return [.. members.Select(member => member.Value)];
        }

        // {"response":"ok"}, {"messages":null} or {"message":"No new messages"}: no texts. Anything else is not understood.
        return json.EnumerateObject().All(member => member.Name is "response" or "status" or "number" or "label" or "type" || member.Value.ValueKind == JsonValueKind.Null || SaysNone(member.Value))
            ? []
            : throw new FormatException("The answer holds no list of messages.");
    }

    private static bool SaysNone(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && json.AsText() is { } words && words.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && words.Contains("message", StringComparison.OrdinalIgnoreCase);

    private static CoolSmsText Read(JsonElement json)
    {
        var raw = json.GetRawText();
        raw = raw[..Math.Min(raw.Length, MaxRaw)];
        if (json.ValueKind == JsonValueKind.String)
        {
            return new CoolSmsText(json.AsText()!, null, null, null, raw);
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("An item of the list of messages is not a message.");
        }

        var (time, at) = CoolSmsTime.Read(json.Member(TimeNames));
        return new CoolSmsText(Body(json), Party(json.Member(SenderNames)), time, at, raw);
    }

    private static string Body(JsonElement json)
    {
        if (json.Member(BodyNames) is { } member)
        {
            return member.AsText() ?? (member.ValueKind == JsonValueKind.Object ? Body(member) : throw new FormatException("A message has a list in place of its text."));
        }

        if (json.EnumerateObject().Any(candidate => BodyNames.Contains(candidate.Name)))
        {
            return "";
        }

        return json.EnumerateObject().Where(candidate => candidate.Value.ValueKind == JsonValueKind.String && !OtherNames.Contains(candidate.Name))
                .Select(candidate => candidate.Value.AsText()!).MaxBy(text => text.Length)
            ?? throw new FormatException("A message has no text.");
    }

    private static string? Party(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Array } => throw new FormatException("A message has a list in place of its sender."),
        { ValueKind: JsonValueKind.Object } party => party.Text("number", "phone", "name", "address"),
        _ => json?.AsText(),
    };
}
