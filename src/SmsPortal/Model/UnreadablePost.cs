namespace SmsPortal.Model;

/// <summary>A post on a right webhook path that says nothing we know; kept for admins, answered 200.</summary>
public sealed class UnreadablePost
{
    public long Id { get; set; }
    public int AccountId { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public string? ContentType { get; set; }
    public required byte[] Body { get; set; }
    public required string Reason { get; set; }
}
