namespace SmsPortal.Model;

/// <summary>
/// The sum of all grants of a person on a line. Derived from grants, teams and groups in the transaction that changes them (<c>Storage/AccessWriter</c>),
/// so that the one visibility predicate is a look-up by primary key.
/// </summary>
public sealed class LineAccess
{
    public Guid UserId { get; set; }
    public long LineId { get; set; }
    public AccessLevel Level { get; set; }

    /// <summary>Messages with a greater id may be read; 0 = all.</summary>
    public long VisibleAfter { get; set; }

    /// <summary>Messages up to this id count as read.</summary>
    public long ReadUpTo { get; set; }
}
