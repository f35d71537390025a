namespace SmsPortal.Storage;

internal static class NewMessageStored
{
    /// <summary>The message as the feed hands it out, without reading it back.</summary>
    public static StoredMessage ToStored(this NewMessage message, long id, DateTimeOffset storedAt) => new(
        id, message.AccountId, message.LineId, message.Incoming, message.Sender, message.Number, message.Body, message.Code, message.CodeToCopy, message.Service, message.OrderKey, message.Price,
        message.Status, message.VendorAt, storedAt, message.At, message.Way, message.Way == Model.ArrivalWay.Poll, message.History, message.Incoming && !message.History);
}
