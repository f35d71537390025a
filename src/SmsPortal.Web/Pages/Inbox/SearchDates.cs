using System.Globalization;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>Days as people type them.</summary>
public static class SearchDates
{
    /// <summary><c>2026-11-20</c>, <c>today</c>, <c>yesterday</c>, <c>7d</c> (seven days ago), <c>2w</c>; null for anything else.</summary>
    public static DateOnly? Read(string text, DateOnly today)
    {
        switch (text.ToLowerInvariant())
        {
            case "today":
                return today;
            case "yesterday":
                return today.AddDays(-1);
            case [.. var count, 'd'] when Count(count) is { } days:
                return today.AddDays(-days);
            case [.. var count, 'w'] when Count(count) is { } weeks:
                return today.AddDays(-7 * weeks);
            default:
                return DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;
        }
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 3660 ? count : null;
}
