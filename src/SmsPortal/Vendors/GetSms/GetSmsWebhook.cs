using System.Text.Json;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.GetSms;

/// <summary>Reads what GetSMS posts: <c>incoming_message</c> and <c>priority_request</c> (getsms:331-359).</summary>
public static class GetSmsWebhook
{
    /// <summary>What the post says. Never throws.</summary>
    public static WebhookReading Read(WebhookPost post)
    {
        try
        {
            return WebhookBody.Read(post) is { ValueKind: JsonValueKind.Object } json ? Read(json) : Unreadable("The body is neither JSON nor a form.");
        }
        catch (InvalidOperationException)
        {
            // A member name or text with half a surrogate pair.
            return Unreadable("The body holds text that is not Unicode.");
        }
    }

    private static WebhookReading Read(JsonElement json) => json.Text("event")?.Trim() switch
    {
        "incoming_message" => GetSmsText.Read(json) is { } text
            ? new WebhookReading([GetSmsMapping.ToPostedMessage(text)], [])
            : Unreadable("incoming_message without to or reply."),
        "priority_request" => json.Text("id")?.Trim() is { Length: > 0 } id && json.Text("mdn")?.Trim() is { Length: > 0 } mdn
            ? new WebhookReading([], [new NumberAssigned(id, mdn, json.Text("service"), json.Amount("price"))])
            : Unreadable("priority_request without id or mdn."),
        null => Unreadable("The post names no event."),
        var unknown => Unreadable($"Unknown event {unknown[..Math.Min(unknown.Length, 50)]}."),
    };

    private static WebhookReading Unreadable(string why) => new([], [], why);
}
