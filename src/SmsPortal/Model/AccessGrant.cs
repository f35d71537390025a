namespace SmsPortal.Model;

/// <summary>What a grant allows; each level includes the ones before.</summary>
public enum AccessLevel
{
    Read = 0,
    Operate = 1,
    Manage = 2,
}

/// <summary>A person or a team may use a line or a group of lines: exactly one of each pair is set.</summary>
public sealed class AccessGrant
{
    public int Id { get; set; }
    public long? LineId { get; set; }
    public int? GroupId { get; set; }
    public Guid? UserId { get; set; }
    public int? TeamId { get; set; }
    public AccessLevel Level { get; set; }

    /// <summary>Whether texts from before the grant may be read.</summary>
    public bool WithHistory { get; set; } = true;

    /// <summary>The newest message id when the grant was made; texts up to it count as read.</summary>
    public long MessageIdAtGrant { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public Guid? CreatedBy { get; set; }

    /// <summary>When the grant ends by itself (UTC).</summary>
    public DateTimeOffset? EndsAt { get; set; }
}
