using SmsPortal.Vendors;

namespace SmsPortal.Model;

/// <summary>What access is granted on and what texts hang from. Its number may change; the line stays.</summary>
public sealed class PhoneLine
{
    public long Id { get; set; }

    public int AccountId { get; set; }

    /// <summary>The vendor's lasting key of it; unique with the account.</summary>
    public required string LineKey { get; set; }

    public LineKind Kind { get; set; }

    /// <summary>Our label.</summary>
    public string? Label { get; set; }

    /// <summary>The vendor's label, kept apart.</summary>
    public string? VendorLabel { get; set; }

    /// <summary>The number now, in the vendor's text.</summary>
    public string? Number { get; set; }

    /// <summary>The number now as E.164, where derivable.</summary>
    public string? E164 { get; set; }

    /// <summary>ISO country, where known.</summary>
    public string? Country { get; set; }

    /// <summary>The service a one-time line was ordered for.</summary>
    public string? Service { get; set; }

    /// <summary>The vendor's word for its state.</summary>
    public string? VendorState { get; set; }

    public int? Ordinal { get; set; }

    /// <summary>When the vendor takes it back (UTC).</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>SMSPool rentals: until when texts can arrive.</summary>
    public DateTimeOffset? ActiveUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set when the line is gone at the vendor; its history stays.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>Complete lists in a row without it; three make it gone.</summary>
    public int MissedLists { get; set; }

    public DateTimeOffset? LastMessageAt { get; set; }

    /// <summary>When the first complete reading of this line ended: what came before is history.</summary>
    public DateTimeOffset? HistoryReadAt { get; set; }

    /// <summary>When it is to be polled next; null = never polled by itself.</summary>
    public DateTimeOffset? PollDueAt { get; set; }

    /// <summary>Who polls it just now; the lease is checked again before anything is written.</summary>
    public Guid? PollLease { get; set; }

    public DateTimeOffset? PollLeaseUntil { get; set; }

    public DateTimeOffset? PolledAt { get; set; }

    public string? PollFailure { get; set; }

    /// <summary>Until when somebody waits for a text on it.</summary>
    public DateTimeOffset? WatchedUntil { get; set; }

    /// <summary>SMSPins: the vendor's auto-check is assumed on since then; its state cannot be read.</summary>
    public DateTimeOffset? AutoCheckSince { get; set; }

    /// <summary>SMSPins: an admin wants auto-check, renewed every day after midnight Eastern.</summary>
    public bool AutoCheckWanted { get; set; }
}
