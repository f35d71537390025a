namespace SmsPortal.Model;

/// <summary>A known message was seen again: how, how often, when. Says why something was folded.</summary>
public sealed class MessageSighting
{
    public long MessageId { get; set; }
    public ArrivalWay Way { get; set; }
    public int Count { get; set; }
    public DateTimeOffset FirstAt { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
