namespace SmsPortal.Model;

/// <summary>A number that a line carried for a time.</summary>
public sealed class LineNumber
{
    public long Id { get; set; }
    public long LineId { get; set; }

    /// <summary>The number in the vendor's text.</summary>
    public required string Number { get; set; }

    /// <summary>E.164 where derivable.</summary>
    public string? E164 { get; set; }

    public DateTimeOffset From { get; set; }

    /// <summary>Null = it still does.</summary>
    public DateTimeOffset? Until { get; set; }
}
