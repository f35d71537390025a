using System.Text.Json;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>Reads SMSPool's post: <c>orderid</c>, <c>sms</c>, <c>full_sms</c>, perhaps <c>timestamp</c>; no sender, no signature (field-notes 2.2, "Webhooks").</summary>
internal static class SmsPoolWebhook
{
    /// <summary>What the post says. Never throws.</summary>
    public static WebhookReading Read(WebhookPost post)
    {
        try
        {
            return WebhookBody.Read(post) is { ValueKind: JsonValueKind.Object } json ? Read(json) : Unreadable("The body is neither JSON nor a form.");
        }
        catch (Exception strange) when (strange is FormatException or InvalidOperationException)
        {
            return Unreadable("The body's members are not texts.");
        }
    }

    private static WebhookReading Read(JsonElement json)
    {
        var order = json.Text("orderid", "order_id", "order_code");
        var code = SmsPoolText.OrNone(json, "sms", "code");

        // The code alone is not the text: stored, it would stand beside the text that the poll brings.
        var text = SmsPoolText.OrNone(json, "full_sms", "full_code");
        if (string.IsNullOrWhiteSpace(order) || text is null)
        {
            return Unreadable(string.IsNullOrWhiteSpace(order) ? "The post names no order." : "The post holds no text.");
        }

        return new WebhookReading([SmsPoolMapping.OrderMessage(order, text, code) with { At = SmsPoolTime.Parse(json.Text("timestamp")), Number = json.Text("phonenumber", "number") }], []);
    }

    private static WebhookReading Unreadable(string why) => new([], [], why);
}
