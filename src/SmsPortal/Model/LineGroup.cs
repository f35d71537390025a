namespace SmsPortal.Model;

/// <summary>Our own grouping of lines, over all vendors.</summary>
public sealed class LineGroup
{
    public int Id { get; set; }
    public required string Name { get; set; }
}

/// <summary>A line stands in a group.</summary>
public sealed class LineGroupMember
{
    public int GroupId { get; set; }
    public long LineId { get; set; }
}
