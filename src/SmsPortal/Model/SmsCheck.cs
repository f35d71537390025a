using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Model;

/// <summary>SMSPins: a check of a telephone, asked for by us or found.</summary>
public sealed class SmsCheck
{
    public long Id { get; set; }
    public int AccountId { get; set; }
    public long LineId { get; set; }

    /// <summary>The vendor's id; null while the intent's answer is not known.</summary>
    public string? RequestId { get; set; }

    public CheckState State { get; set; }
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>Null = by the portal itself.</summary>
    public Guid? RequestedBy { get; set; }

    /// <summary>When its state is to be read next; null when it is over.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    public string? Note { get; set; }
}
