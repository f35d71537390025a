using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>Answers of SMSPool: 2022 document, and the newer shapes seen in public clients.</summary>
internal static class SmsPoolShapes
{
    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static JsonNode Id(int id, bool observed) => observed ? JsonValue.Create(id) : JsonValue.Create(Text(id));

    public static JsonArray List(IEnumerable<JsonObject> rows) => new(rows.Select(row => (JsonNode?)row).ToArray());

    public static JsonObject Success(string message) => new() { ["success"] = 1, ["message"] = message };

    /// <summary>The document never gives a status, so 200; newer answers use 4xx and put the words into a list as well.</summary>
    public static VendorAnswer Fail(string message, VendorCall call, int observedStatus, string? type = null)
    {
        var shape = new JsonObject { ["success"] = 0, ["message"] = message };
        if (call.Observed)
        {
            shape["errors"] = new JsonArray(new JsonObject { ["message"] = message });
            if (type is not null)
            {
                shape["type"] = type;
            }
        }

        return VendorAnswer.Utf8Json(shape, call.Observed ? observedStatus : 200);
    }

    /// <summary>Missing or wrong parameters (smspool:84; newer: field notes 2.2).</summary>
    public static VendorAnswer Missing(VendorCall call, params string[] names)
    {
        var errors = names.Select(name => call.Observed
            ? new JsonObject { ["message"] = "You are missing a required parameter for this request.", ["param"] = name, ["description"] = $"The {name} parameter" }
            : name == "key"
                ? new JsonObject { ["message"] = "Missing or invalid param: key", ["description"] = "Your API key which can be found on your settings page at /my/settings" }
                : new JsonObject { ["message"] = $"Missing or invalid param: {name}" });
        return VendorAnswer.Utf8Json(new JsonObject { ["success"] = 0, ["errors"] = List(errors) }, call.Observed ? 400 : 200);
    }

    public static VendorAnswer WrongKey(VendorCall call) => call.Observed
        ? VendorAnswer.Utf8Json(new JsonObject { ["success"] = 0, ["errors"] = new JsonArray(new JsonObject { ["message"] = "Invalid API key" }) }, 403)
        : Missing(call, "key");

    /// <summary>A row of request/active and request/history (smspool:41).</summary>
    public static JsonObject Order(SmsPoolOrder order, DateTimeOffset now, bool observed, bool history)
    {
        var hasCurrentCode = order.Status == SmsPoolStatus.Completed;
        var shape = new JsonObject
        {
            ["timestamp"] = VendorTimes.Local(order.CreatedAt, VendorTimes.Amsterdam),
            ["order_code"] = order.Code,
            ["phonenumber"] = order.Number,
            ["code"] = hasCurrentCode ? order.Sms.Length > 0 ? order.Sms : observed ? order.FullSms : "0" : "0",
            ["full_code"] = hasCurrentCode ? order.FullSms : observed ? "" : "0",
            ["short_name"] = order.Country.ShortName,
            ["service"] = order.Service.Name,
            ["status"] = Word(order.Status),
            ["expiry"] = observed ? JsonValue.Create(order.ExpiresAt.ToUnixTimeSeconds()) : JsonValue.Create(Text(order.ExpiresAt.ToUnixTimeSeconds())),
        };
        if (observed || history)
        {
            shape["cost"] = Text(order.Cost);
            shape["pool"] = order.Pool;
            shape["time_left"] = TimeLeft(order, now);
        }

        if (history)
        {
            shape["completed_on"] = VendorTimes.Local(order.CompletedAt ?? order.CreatedAt, VendorTimes.Amsterdam);
        }

        return shape;
    }

    /// <summary>sms/check (smspool:93-98): no success member.</summary>
    public static JsonObject Check(SmsPoolOrder order, DateTimeOffset now, bool observed)
    {
        var shape = new JsonObject { ["status"] = (int)order.Status };
        if (order.Status == SmsPoolStatus.Completed)
        {
            // No code found: empty or the whole text.
            shape["sms"] = order.Sms.Length > 0 ? order.Sms : observed ? order.FullSms : "";
            shape["full_sms"] = order.FullSms;
        }
        else
        {
            if (!observed || order.Status != SmsPoolStatus.Pending)
            {
                shape["message"] = Word(order.Status);
            }

            shape["resend"] = order.Resends;
        }

        shape["expiration"] = order.ExpiresAt.ToUnixTimeSeconds();
        if (observed)
        {
            shape["time_left"] = TimeLeft(order, now);
        }

        return shape;
    }

    private static int TimeLeft(SmsPoolOrder order, DateTimeOffset now) => (int)Math.Max(0, (order.ExpiresAt - now).TotalSeconds);

    private static string Word(SmsPoolStatus status) => status switch
    {
        SmsPoolStatus.Pending => "pending",
        SmsPoolStatus.Expired => "expired",
        SmsPoolStatus.Completed => "completed",
        SmsPoolStatus.Resend => "resend",
        SmsPoolStatus.Cancelled => "cancelled",
        _ => "refunded",
    };
}
