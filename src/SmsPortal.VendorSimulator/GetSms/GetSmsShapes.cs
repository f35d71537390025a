using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>Answers and webhooks as GetSMS writes them.</summary>
internal static class GetSmsShapes
{
    public static VendorAnswer Ok(JsonNode message) => VendorAnswer.Json(new JsonObject { ["status"] = "ok", ["message"] = message });

    public static VendorAnswer Error(string message) => VendorAnswer.Json(new JsonObject { ["status"] = "error", ["message"] = message });

    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Document: id as text, price as number (getsms:32-46). Observed: the other way round, and no carrier.</summary>
    public static JsonObject Request(GetSmsRequest request, DateTimeOffset now, bool observed, bool withPrice)
    {
        var shape = new JsonObject
        {
            ["id"] = observed ? JsonValue.Create(request.Id) : JsonValue.Create(Text(request.Id)),
            ["mdn"] = request.Mdn,
            ["service"] = request.Service.Name,
            ["status"] = request.Status,
            ["state"] = request.State,
            ["markup"] = request.Markup,
        };
        if (withPrice)
        {
            shape["price"] = observed ? JsonValue.Create(Text(request.Price)) : JsonValue.Create(decimal.Round(request.Price, 2) + 0.00m);
        }

        if (!observed)
        {
            shape["carrier"] = request.Number?.Carrier ?? "";
        }

        shape["till_expiration"] = request.IsOpen ? (int)Math.Max(0, (request.ExpiresAt - now).TotalSeconds) : 0;
        return shape;
    }

    public static JsonObject Message(GetSmsMessage message, bool observed) => new()
    {
        ["timestamp"] = Text(message.At.ToUnixTimeSeconds()),
        ["date_time"] = VendorTimes.NewYorkWithName(message.At),
        ["from"] = message.From,
        ["to"] = message.Request.Mdn,
        ["service"] = message.Request.Service.Name,
        ["price"] = observed ? JsonValue.Create(Text(message.Request.Price)) : JsonValue.Create(message.Request.Price),
        // Seen in the wild: line breaks as a literal backslash and n.
        ["reply"] = observed ? message.Reply.Replace("\n", "\\n", StringComparison.Ordinal) : message.Reply,
        ["pin"] = message.Pin,
    };

    /// <summary>getsms:336-349.</summary>
    public static JsonObject IncomingMessage(GetSmsMessage message) => new()
    {
        ["event"] = "incoming_message",
        ["id"] = Text(message.Request.Id),
        ["timestamp"] = Text(message.At.ToUnixTimeSeconds()),
        ["date_time"] = VendorTimes.NewYorkWithName(message.At),
        ["from"] = message.From,
        ["to"] = message.Request.Mdn,
        ["service"] = message.Request.Service.Name,
        ["reply"] = message.Reply,
        ["pin"] = message.Pin,
        ["price"] = message.Request.Price,
    };

    /// <summary>getsms:350-359.</summary>
    public static JsonObject PriorityRequest(GetSmsRequest request) => new()
    {
        ["event"] = "priority_request",
        ["status"] = "ok",
        ["id"] = Text(request.Id),
        ["mdn"] = request.Mdn,
        ["service"] = request.Service.Name,
        ["price"] = request.Price,
    };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
