namespace SmsPortal.Model;

/// <summary>A new message that forwarding has yet to look at; written in the intake's transaction.</summary>
public sealed class OutboxEntry
{
    public long MessageId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}
