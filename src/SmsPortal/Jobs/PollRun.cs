using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>One run of an account's job: what was known when it began, and whether it is to end early.</summary>
internal sealed class PollRun(VendorAccount account, IVendor vendor, AccountHealth health, double paceFactor, TimeProvider time)
{
    private readonly long _startedAt = time.GetTimestamp();
    private int _newTexts;

    public VendorAccount Account { get; } = account;

    public IVendor Vendor { get; } = vendor;

    public AccountHealth Health { get; } = health;

    /// <summary>When the first complete reading ended; what comes to exist later is new.</summary>
    public DateTimeOffset? HistoryReadAt { get; set; } = health.HistoryReadAt;

    /// <summary>Set when the account is in trouble: the rest waits, with the time the gate named.</summary>
    public TimeSpan? HeldFor { get; private set; }

    public bool IsInboxOpen => Health.InboxOpenUntil > time.GetUtcNow();

    public int NewTexts => Volatile.Read(ref _newTexts);

    public TimeSpan Elapsed => time.GetElapsedTime(_startedAt);

    public void Count(int newTexts) => Interlocked.Add(ref _newTexts, newTexts);

    /// <summary>Whether the failure is the account's, not that of the thing asked for; then nothing more is called in this run.</summary>
    public bool Ends(VendorFailure failure, bool wasHeld)
    {
        var isAccounts = wasHeld || failure.Kind is VendorFailureKind.VendorDown or VendorFailureKind.RateLimited or VendorFailureKind.OutcomeUnknown || failure is { Kind: VendorFailureKind.KeyRejected, Field: not null };
        if (isAccounts)
        {
            HeldFor = failure.RetryAfter ?? HeldFor ?? TimeSpan.Zero;
        }

        return isAccounts;
    }

    /// <summary>The time until the next reading, never shorter than the vendor's floor.</summary>
    public TimeSpan Interval(bool isWatched)
    {
        var pace = Vendor.Pace;
        var span = isWatched ? pace.Watched : IsInboxOpen ? pace.InboxOpen : pace.Idle;
        return Jitter(span, floor: pace.Watched) * paceFactor;
    }

    /// <summary>The vendor's floor between two readings of the same thing.</summary>
    public TimeSpan Floor => Vendor.Pace.Watched * paceFactor;

    /// <summary>The time between readings when nobody looks.</summary>
    public TimeSpan Idle => Vendor.Pace.Idle * paceFactor;

    /// <summary>Ten per cent up or down, so that accounts and lines do not march in step.</summary>
    private static TimeSpan Jitter(TimeSpan span, TimeSpan floor)
    {
        var wait = span * (0.9 + (0.2 * Random.Shared.NextDouble()));
        return wait > floor ? wait : floor;
    }
}
