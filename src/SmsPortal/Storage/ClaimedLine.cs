using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>A line that a poll holds for a moment. Times in UTC.</summary>
public sealed record ClaimedLine
{
    public required long Id { get; init; }
    public required string LineKey { get; init; }
    public required LineKind Kind { get; init; }
    public string? Number { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? HistoryReadAt { get; init; }
    public DateTimeOffset? PolledAt { get; init; }
    public DateTimeOffset? PollDueAt { get; init; }
    public DateTimeOffset? WatchedUntil { get; init; }

    /// <summary>Why the last poll of it failed; null = it went well.</summary>
    public string? PollFailure { get; init; }

    public DateTimeOffset? AutoCheckSince { get; init; }
    public bool AutoCheckWanted { get; init; }

    /// <summary>The line as the vendor rooms know it.</summary>
    public VendorLine ToVendorLine() => new(LineKey, Kind) { Number = Number, ExpiresAt = ExpiresAt };
}

/// <summary>What a poll of a line ended with.</summary>
/// <param name="LineId">Which line.</param>
/// <param name="DueAt">When it is due again.</param>
/// <param name="Failure">Why it failed; null = it went well.</param>
/// <param name="WasRead">True when its texts were read completely.</param>
/// <param name="Condition">What the vendor said of the line beside its texts.</param>
public sealed record PolledLine(long LineId, DateTimeOffset DueAt, string? Failure, bool WasRead, LineCondition? Condition);
