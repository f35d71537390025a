using System.Globalization;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>SMSPool's times: Unix seconds are UTC; times as text are Europe/Amsterdam without saying so (field-notes 2.2, three samples prove it).</summary>
internal static class SmsPoolTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "dd MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm:ss", "dd MMMM yyyy HH:mm:ss", "d MMMM yyyy HH:mm:ss"];

    /// <summary>
    /// The time in UTC of <c>2022-05-24 21:20:07</c>, <c>11 May 2022 18:39:54</c> or Unix seconds; null when it is none of them.
    /// In the hour that exists twice the later one (winter time) is taken; the hour that does not exist is read an hour later.
    /// </summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            return unix is > 0 and < 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(unix) : null;
        }

        if (!DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year < 2000)
        {
            return null;
        }

        var real = Amsterdam.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, Amsterdam.GetUtcOffset(real)).ToUniversalTime();
    }
}
