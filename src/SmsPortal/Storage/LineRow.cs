using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>A line as lists and pages show it. Times in UTC.</summary>
public sealed record LineRow
{
    public required long Id { get; init; }
    public required int AccountId { get; init; }
    public required string VendorKey { get; init; }
    public required string AccountName { get; init; }
    public required string LineKey { get; init; }
    public required LineKind Kind { get; init; }
    public string? Label { get; init; }
    public string? VendorLabel { get; init; }
    public string? Number { get; init; }
    public string? E164 { get; init; }
    public string? Country { get; init; }
    public string? Service { get; init; }
    public string? VendorState { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? ActiveUntil { get; init; }
    public DateTimeOffset? GoneAt { get; init; }
    public DateTimeOffset? LastMessageAt { get; init; }
    public DateTimeOffset? PolledAt { get; init; }
    public DateTimeOffset? PollDueAt { get; init; }
    public string? PollFailure { get; init; }
    public DateTimeOffset? AutoCheckSince { get; init; }
    public bool AutoCheckWanted { get; init; }
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What people call it: our label, the vendor's, the service, the number, or the key.</summary>
    public string DisplayName => Label ?? VendorLabel ?? Service ?? E164 ?? Number ?? LineKey;
}
