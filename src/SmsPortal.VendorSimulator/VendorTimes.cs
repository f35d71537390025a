using System.Globalization;

namespace SmsPortal.VendorSimulator;

/// <summary>Times as the vendors write them.</summary>
public static class VendorTimes
{
    public static TimeZoneInfo Amsterdam { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static TimeZoneInfo NewYork { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>"2022-05-24 21:20:07", local, without offset.</summary>
    public static string Local(DateTimeOffset time, TimeZoneInfo zone) => Format(TimeZoneInfo.ConvertTime(time, zone), "yyyy-MM-dd HH:mm:ss");

    public static string? Local(DateTimeOffset? time, TimeZoneInfo zone) => time is { } known ? Local(known, zone) : null;

    /// <summary>"2020-09-14 14:42:36 EDT" (getsms:249).</summary>
    public static string NewYorkWithName(DateTimeOffset time) =>
        Local(time, NewYork) + (NewYork.IsDaylightSavingTime(time) ? " EDT" : " EST");

    public static string Date(DateTimeOffset time, TimeZoneInfo zone) => Format(TimeZoneInfo.ConvertTime(time, zone), "yyyy-MM-dd");

    public static string Format(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The next 00:00 on the clocks of a zone, after a moment.</summary>
    public static DateTimeOffset NextMidnight(DateTimeOffset after, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(after, zone).Date.AddDays(1);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
