using System.Globalization;

namespace SmsPortal.Vendors;

/// <summary>Times that vendors write without an offset: the wall clock of their zone, with an hour that exists twice in autumn and one that does not in spring.</summary>
public static class WallClock
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>New York, the zone of SMSPins (smspins:14).</summary>
    public static TimeZoneInfo Eastern { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>A wall-clock time such as <c>2018-04-25 20:14:16</c> or <c>2018-03-10</c>; null when it is none, or before 1970 (<c>0000-00-00</c>).</summary>
    public static DateTime? Read(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year is >= 1970 and < 9999 ? wall : null;

    /// <summary>
    /// The instant (UTC) of a wall-clock time. Of two it is the first; a time in the hour that was skipped is read with the offset before the change.
    /// Never throws for a time that <see cref="Read"/> gave.
    /// </summary>
    public static DateTimeOffset ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max()
            : zone.IsInvalidTime(time) ? zone.GetUtcOffset(time.AddHours(-3))
            : zone.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }
}
