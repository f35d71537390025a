using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>A message as lists read it.</summary>
/// <param name="Unread">For the viewer that asked; for the feed: before any mark.</param>
public sealed record StoredMessage(
    long Id, int AccountId, long LineId, bool Incoming, string? Sender, string? Number, string Body, string? Code, string? CodeToCopy, string? Service, string? OrderKey, decimal? Price,
    string? Status, DateTimeOffset? VendorAt, DateTimeOffset StoredAt, DateTimeOffset At, ArrivalWay Way, bool Verified, bool History, bool Unread);
