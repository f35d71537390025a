using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.CoolSms;

/// <summary>
/// Answers as Cool SMS may write them. Its samples are not JSON; PHP would make <c>{"response":"error","0":["unknown
/// token"]}</c> of the second (field notes 1.1 T1), which is the document dialect here.
/// </summary>
internal static class CoolSmsShapes
{
    public static JsonObject Ok() => new() { ["response"] = "ok" };

    public static VendorAnswer Error(string text, bool observed, int status = 200) =>
        VendorAnswer.Json(new JsonObject { ["response"] = "error", [observed ? "errors" : "0"] = new JsonArray(text) }, status);

    /// <summary>cool-sms:66; observed here means "as numbers and with a response", which nobody has seen either.</summary>
    public static JsonObject Line(CoolSmsLine line, bool observed) => new()
    {
        ["number"] = observed ? JsonValue.Create(long.Parse(line.Number, CultureInfo.InvariantCulture)) : JsonValue.Create(line.Number),
        ["label"] = line.Label ?? (observed ? "" : null),
        ["ordinal"] = line.Ordinal,
        ["type"] = line.IsLite ? 1 : 0,
    };

    // The document only says "number type and number label for each message"; the member names are guesses in both dialects.
    public static JsonObject Message(CoolSmsLine line, CoolSmsMessage message, bool observed, string time)
    {
        var shape = new JsonObject
        {
            ["number"] = line.Number,
            [observed ? "number_type" : "type"] = line.IsLite ? 1 : 0,
            [observed ? "number_label" : "label"] = line.Label,
            [observed ? "sender" : "from"] = message.From,
            [observed ? "text" : "message"] = message.Text,
        };
        if (time != "none")
        {
            shape["time"] = time == "unix"
                ? JsonValue.Create(message.At.ToUnixTimeSeconds())
                : JsonValue.Create(VendorTimes.Local(message.At, TimeZoneInfo.Utc));
        }

        return shape;
    }
}
