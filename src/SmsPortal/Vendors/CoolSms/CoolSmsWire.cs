using System.Text.Json;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>An ok of v1.5/status or v1/status (cool-sms:50).</summary>
internal sealed record CoolSmsStatus(TimeSpan? LiteQueueWindow)
{
    public static CoolSmsStatus Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Text("response", "status", "lite_queue_window") is null)
        {
            throw new FormatException("The status says neither ok nor error.");
        }

        return new CoolSmsStatus(json.Amount("lite_queue_window") is { } seconds and >= 0 and < 604_800 ? TimeSpan.FromSeconds((double)seconds) : null);
    }
}

/// <summary>A number: <c>{"number":"1112223456","label":null,"ordinal":1,"type":0}</c> (cool-sms:67).</summary>
/// <param name="Number">The vendor's text: ten digits do not fit an int (field-notes 1.1 T3).</param>
/// <param name="Label">The vendor's label, or null.</param>
/// <param name="Ordinal">The vendor's order.</param>
/// <param name="Type">0 = Cool SMS, 1 = Lite (cool-sms:64).</param>
internal sealed record CoolSmsNumber(string Number, string? Label, int? Ordinal, long? Type)
{
    public static IReadOnlyList<CoolSmsNumber> ReadList(JsonElement json)
    {
        var list = json.ValueKind == JsonValueKind.Array ? json : json.Member("numbers", "data");
        return list is { ValueKind: JsonValueKind.Array or JsonValueKind.Object }
            ? [.. list.Items().Select(Read)]
            : throw new FormatException("The answer holds no list of numbers.");
    }

    private static CoolSmsNumber Read(JsonElement json) => new(
        json.Text("number")?.Trim() is { Length: > 0 } number ? number : throw new FormatException("A number of the list has no number."),
        json.Text("label"),
        json.Number("ordinal") is { } ordinal and >= int.MinValue and <= int.MaxValue ? (int)ordinal : null,
        json.Number("type"));
}
