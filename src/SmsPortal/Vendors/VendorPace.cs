namespace SmsPortal.Vendors;

/// <summary>How often a vendor may be asked (domain.md, "Pace floors"). All limits are per account.</summary>
/// <param name="Watched">The least time between two polls of the same thing while somebody waits.</param>
/// <param name="Idle">The time between polls when nobody looks.</param>
/// <param name="BetweenCalls">The least time between any two calls of the account.</param>
public sealed record VendorPace(TimeSpan Watched, TimeSpan Idle, TimeSpan BetweenCalls)
{
    /// <summary>Between polls of lines shown in an open Inbox, unless the floor is longer.</summary>
    public TimeSpan InboxOpen => Watched > TimeSpan.FromSeconds(15) ? Watched : TimeSpan.FromSeconds(15);
}
