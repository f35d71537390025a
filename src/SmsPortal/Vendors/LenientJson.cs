using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SmsPortal.Vendors;

/// <summary>Reads vendors' JSON as it is, not as it should be: <c>"7"</c> and <c>7</c> are the same id, <c>[]</c> stands for an empty object, one object for a list of one.</summary>
public static class LenientJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The answer as JSON.</summary>
    /// <exception cref="VendorException">BadAnswer (or OutcomeUnknown for a call with effects) when the body is not JSON: HTML, empty, truncated.</exception>
    public static JsonElement Parse(VendorAnswer answer)
    {
        var text = answer.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            throw answer.Unreadable("The vendor's answer is empty.");
        }

        if (text[0] == '<')
        {
            throw answer.Unreadable("The vendor answered with a web page.");
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Text, Options);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw answer.Unreadable("The vendor's answer is not JSON.", broken);
        }
    }

    /// <summary>The answer as a record of a vendor's Wire file.</summary>
    /// <exception cref="VendorException">As <see cref="Parse"/>, also when the shape does not fit.</exception>
    public static T Read<T>(VendorAnswer answer, JsonTypeInfo<T> type)
    {
        var json = Parse(answer);
        try
        {
            return json.Deserialize(type) ?? throw answer.Unreadable("The vendor's answer is null.");
        }
        catch (JsonException broken)
        {
            throw answer.Unreadable("The vendor's answer has another shape than its document says.", broken);
        }
    }

    /// <summary>The member's value as text: strings, numbers and booleans alike; null when it is missing, null, an object or a list.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> names) => Member(json, names) is { } member ? AsText(member) : null;

    /// <summary>The value itself as text; null for null, objects and lists.</summary>
    public static string? AsText(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(json),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The member as a whole number, from a number or its text.</summary>
    public static long? Number(this JsonElement json, params ReadOnlySpan<string> names) =>
        Text(json, names) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : null;

    /// <summary>The member as an amount, from a number or its text.</summary>
    public static decimal? Amount(this JsonElement json, params ReadOnlySpan<string> names) =>
        Text(json, names) is { } text && decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The member as yes or no: true, 1, "1", "true", "yes", "on".</summary>
    public static bool? Flag(this JsonElement json, params ReadOnlySpan<string> names) => Text(json, names)?.Trim().ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "on" => true,
        "false" or "0" or "no" or "off" or "" => false,
        _ => null,
    };

    /// <summary>The member as a Unix time in seconds; null when missing, 0 or absurd.</summary>
    public static DateTimeOffset? UnixTime(this JsonElement json, params ReadOnlySpan<string> names) =>
        Number(json, names) is > 0 and < 253_402_300_799 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The first of the named members that is there, whatever its kind but null.</summary>
    public static JsonElement? Member(this JsonElement json, params ReadOnlySpan<string> names)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The items of a list; of an object with the keys "0", "1", …; of one object that should have been a list; none for null.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement? json) => json is { } value ? Items(value) : [];

    /// <inheritdoc cref="Items(JsonElement?)"/>
    public static IReadOnlyList<JsonElement> Items(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray()],
        JsonValueKind.Object => ItemsOfObject(json),
        _ => [],
    };

    // PHP writes a list with a gap as {"0":…,"2":…}; a member with another name among them is none of the list's items.
    private static IReadOnlyList<JsonElement> ItemsOfObject(JsonElement json)
    {
        var members = json.EnumerateObject().ToList();
        var numbered = members.Where(member => int.TryParse(member.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(member => member.Value).ToList();
        return numbered.Count > 0 || members.Count == 0 ? numbered : [json];
    }
}
