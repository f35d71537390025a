using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmsPortal.VendorSimulator;

/// <summary>Turns a good JSON text into one that is legal JSON but not what was promised.</summary>
internal static class Spoiler
{
    public static string NumbersAsText(string json) => Change(json, value =>
        value.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(value.ToJsonString()) : value.DeepClone());

    /// <summary>Every value changes its kind: text becomes a list, numbers text, booleans numbers, null an object.</summary>
    public static string WrongTypes(string json) => Change(json, value => value.GetValueKind() switch
    {
        JsonValueKind.String => new JsonArray(value.DeepClone()),
        JsonValueKind.Number => JsonValue.Create(value.ToJsonString()),
        JsonValueKind.True => JsonValue.Create(1),
        JsonValueKind.False => JsonValue.Create(0),
        _ => new JsonObject(),
    });

    public static string ExtraMembers(string json)
    {
        if (Parse(json) is not { } root)
        {
            return json;
        }

        Extend(root);
        return root.ToJsonString();
    }

    /// <summary>The same JSON, with a member (or white space) in front that makes it as long as asked.</summary>
    public static string Padded(string json, long bytes) => json.StartsWith("{\"", StringComparison.Ordinal)
        ? $"{{\"padding\":\"{new string('x', (int)bytes)}\",{json[1..]}"
        : new string(' ', (int)bytes) + json;

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Change(string json, Func<JsonValue, JsonNode?> change) =>
        Parse(json) is { } root ? Walk(root, change)?.ToJsonString() ?? "null" : json;

    private static JsonNode? Walk(JsonNode? node, Func<JsonValue, JsonNode?> change) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Walk(member.Value, change)))),
        JsonArray list => new JsonArray(list.Select(item => Walk(item, change)).ToArray()),
        JsonValue value => change(value),
        _ => null,
    };

    private static void Extend(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var member in map.ToList())
                {
                    Extend(member.Value);
                }

                map["_unexpected"] = new JsonObject { ["since"] = "v9", ["list"] = new JsonArray(1, "two", null) };
                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Extend(item);
                }

                break;
        }
    }
}
