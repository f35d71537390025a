namespace SmsPortal.Vendors.Capabilities;

/// <summary>Reads what a vendor posts to us. A pure function: no call is made.</summary>
public interface IReceiveWebhooks
{
    /// <summary>What the post says; <see cref="WebhookReading.Unreadable"/> is set when it says nothing we know. Never throws on any input.</summary>
    WebhookReading ReadWebhook(WebhookPost post);
}

/// <summary>A post as it came: at most 64 KiB.</summary>
public sealed record WebhookPost(string? ContentType, byte[] Body);

/// <summary>What a post says.</summary>
public sealed record WebhookReading(IReadOnlyList<VendorMessage> Messages, IReadOnlyList<NumberAssigned> Assigned, string? Unreadable = null);

/// <summary>A waiting request got its number (GetSMS <c>priority_request</c>).</summary>
public sealed record NumberAssigned(string RequestId, string Number, string? Service, decimal? Price);
