using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>SMSPins turns every auto-check off "by 12am everyday" (smspins:250), surely Eastern (field-notes 1.5 T9).</summary>
internal static class EasternMidnight
{
    /// <summary>The vendor's clock may be a little behind ours: what was turned on just after our midnight might be turned off by theirs.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>The last moment by which all auto-checks were off; one that was turned on before it is over.</summary>
    public static DateTimeOffset Last(DateTimeOffset now)
    {
        var day = TimeZoneInfo.ConvertTime(now - Margin, WallClock.Eastern).Date;
        return WallClock.ToUtc(day, WallClock.Eastern) + Margin;
    }
}
