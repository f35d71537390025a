using System.Globalization;

namespace SmsPortal.Web.Tabs;

/// <summary>Shows times in the viewer's zone and culture. The zone comes from the browser by cookie, before the circuit begins; unknown = UTC.</summary>
public sealed class ViewerClock(TimeProvider time)
{
    /// <summary>The cookie that boot.js writes.</summary>
    public const string Cookie = "zone";

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Takes the browser's zone, an IANA name; anything else leaves UTC.</summary>
    public void SetZone(string? name) => Zone = name is { Length: > 0 and < 80 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>In full: <c>Saturday, 21 November 2026 14:42:36</c> as the culture writes it.</summary>
    public string Full(DateTimeOffset at) => In(at).ToString("F", CultureInfo.CurrentCulture);

    /// <summary>Short: the time today, <c>Yesterday 14:40</c>, else date and time.</summary>
    public string Short(DateTimeOffset at)
    {
        var here = In(at);
        return (In(Now).Date - here.Date).Days switch
        {
            0 => here.ToString("T", CultureInfo.CurrentCulture),
            1 => $"{Resources.Strings.Yesterday} {here.ToString("t", CultureInfo.CurrentCulture)}",
            _ => here.ToString("g", CultureInfo.CurrentCulture),
        };
    }

    /// <summary>How long ago, in one unit: <c>4 s</c>, <c>12 min</c>, <c>3 h</c>, <c>2 d</c>. boot.js goes on from there in the same words.</summary>
    public string Ago(DateTimeOffset at) => Ago(Now - at);

    /// <summary>A length of time in one unit.</summary>
    public static string Ago(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => Resources.Strings.Now,
        < 60 => $"{(int)span.TotalSeconds} s",
        < 3600 => $"{(int)span.TotalMinutes} min",
        < 86400 => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} d",
    };

    /// <summary>Midnight of a day in the viewer's zone, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Today in the viewer's zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(In(Now).DateTime);

    private DateTimeOffset In(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
