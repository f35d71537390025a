namespace SmsPortal.Vendors.Capabilities;

/// <summary>Reads the texts of all lines of an account in one act (JookSMS list, SMSPool active orders, GetSMS <c>read_sms</c>).</summary>
public interface IReadAccountMessages
{
    /// <summary>Reads what is there now.</summary>
    /// <param name="session">Where and as whom.</param>
    /// <param name="cursor"><see cref="MessageReading.NextCursor"/> of the last successful reading; null the first time.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    Task<MessageReading> ReadAccountMessagesAsync(VendorSession session, string? cursor, CancellationToken cancellationToken);
}
