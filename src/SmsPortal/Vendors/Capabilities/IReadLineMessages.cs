namespace SmsPortal.Vendors.Capabilities;

/// <summary>Reads the texts of one line (Cool SMS <c>new_messages</c>, SMSPool rentals, SMSPins <c>smses_by_tid</c>).</summary>
public interface IReadLineMessages
{
    /// <summary>Whether lines of that kind are read one by one.</summary>
    bool ReadsByLine(LineKind kind);

    /// <summary>Reads what is there now for the line.</summary>
    Task<MessageReading> ReadLineMessagesAsync(VendorSession session, VendorLine line, CancellationToken cancellationToken);
}
