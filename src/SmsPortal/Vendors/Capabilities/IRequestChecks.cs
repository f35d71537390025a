namespace SmsPortal.Vendors.Capabilities;

/// <summary>SMSPins: texts come by request, follow, read (smspins: Bulk SMS).</summary>
public interface IRequestChecks
{
    /// <summary>Asks for a check of the line; returns the request id. A lost answer is OutcomeUnknown.</summary>
    Task<string> RequestCheckAsync(VendorSession session, string lineKey, CancellationToken cancellationToken);

    /// <summary>Where the check stands, with its texts when it has ended well.</summary>
    Task<VendorCheck> ReadCheckAsync(VendorSession session, string lineKey, string requestId, CancellationToken cancellationToken);

    /// <summary>Cancels a check that is still pending.</summary>
    Task CancelCheckAsync(VendorSession session, string requestId, CancellationToken cancellationToken);

    /// <summary>Turns the vendor's own repeated checking on or off; all are turned off at 12am every day (smspins:250).</summary>
    Task SetAutoCheckAsync(VendorSession session, string lineKey, bool enabled, CancellationToken cancellationToken);
}

/// <summary>The states of a check (smspins:105-112).</summary>
public enum CheckState
{
    Pending = 0,
    Acquired = 1,
    Started = 2,
    Succeeded = 3,
    Failed = 4,
    Canceled = 5,
    Removed = 6,
    Unknown = 7,
}

/// <summary>A check as the vendor tells it; times in UTC.</summary>
public sealed record VendorCheck(string RequestId, CheckState State, IReadOnlyList<VendorMessage> Messages)
{
    public string? Agent { get; init; }
    public string? Number { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public DateTimeOffset? AcquiredAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }

    /// <summary>True when nothing more will happen to it.</summary>
    public bool IsOver => State is CheckState.Succeeded or CheckState.Failed or CheckState.Canceled or CheckState.Removed;
}
