using System.Text.Json.Nodes;

namespace SmsPortal.VendorSimulator.Webhooks;

/// <summary>Where an account wants its events: the URL typed on the vendor's profile page.</summary>
/// <param name="Encoding">"form" or "json".</param>
public sealed record WebhookTarget(string Url, string Encoding);

/// <summary>One try of one delivery. Status 0 = no answer at all.</summary>
public sealed record WebhookAttempt(DateTimeOffset At, int Status, string? Error);

/// <summary>One event on its way to the account's URL; the payload is the same at every try.</summary>
public sealed class WebhookDelivery
{
    public required long Id { get; init; }
    public required string Vendor { get; init; }
    public required string Account { get; init; }
    public required WebhookTarget Target { get; init; }
    public required JsonObject Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>"pending", "delivered" or "given_up".</summary>
    public string State { get; internal set; } = "pending";

    public List<WebhookAttempt> Attempts { get; } = [];

    internal int TriesLeft { get; set; } = 6;

    internal Action<bool> Ended { get; init; } = _ => { };
}
