namespace SmsPortal.Model;

/// <summary>A person has read a line up to a message.</summary>
public sealed class ReadMark
{
    public Guid UserId { get; set; }
    public long LineId { get; set; }
    public long ReadUpTo { get; set; }
}

/// <summary>A message that is read although it lies behind the mark, or unread although it lies before it.</summary>
public sealed class ReadException
{
    public Guid UserId { get; set; }
    public long MessageId { get; set; }
    public bool IsRead { get; set; }
}
