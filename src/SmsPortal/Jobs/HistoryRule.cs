using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>
/// Which texts are history: read, never forwarded, no notice (domain.md, "How lines come to exist, and go").
/// An account's first complete reading is history, and so is the first reading of each line that was there then. A text that the vendor dates after the account was
/// connected is new all the same: a first reading of years takes a while, and a code may come meanwhile.
/// A line that came later (an order, a number added at the vendor) has no history: what its first reading finds came for us, unless the vendor dates it well before
/// the line existed, as for a number or a rental that had another life.
/// </summary>
internal static class HistoryRule
{
    /// <summary>How far the vendor's clock may differ from ours.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>A line is found up to a list's interval after it came to exist at the vendor.</summary>
    private static readonly TimeSpan OlderThanLine = TimeSpan.FromMinutes(10);

    /// <summary>For a text of an account-wide reading.</summary>
    public static bool IsHistory(VendorMessage message, VendorAccount account, bool isFirstReading) =>
        isFirstReading && !(message.At > account.CreatedAt + ClockTolerance);

    /// <summary>For a text of a line's reading.</summary>
    /// <param name="message">The text.</param>
    /// <param name="line">The line as it was claimed.</param>
    /// <param name="accountsHistoryReadAt">When the account's first complete reading or list ended.</param>
    public static bool IsHistory(VendorMessage message, ClaimedLine line, DateTimeOffset? accountsHistoryReadAt)
    {
        if (line.HistoryReadAt is not null)
        {
            return false;
        }

        var wasThereFromTheStart = accountsHistoryReadAt is null || line.CreatedAt <= accountsHistoryReadAt;
        return wasThereFromTheStart ? !(message.At > line.CreatedAt + ClockTolerance) : message.At < line.CreatedAt - OlderThanLine;
    }
}
