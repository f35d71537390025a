using System.Globalization;
using System.Text.Json;

namespace SmsPortal.Vendors.JookSms;

/// <summary><c>created</c> in its forms: PHP's DateTime object in most calls, an ISO text in the search (field-notes 1.3 T3).</summary>
internal static class JookSmsTime
{
    /// <summary>The time in UTC; null when it is missing or cannot be trusted.</summary>
    public static DateTimeOffset? Read(JsonElement? json) => json switch
    {
        // {"date":"2016-06-26 19:59:36.000000","timezone":"UTC","timezone_type":3}
        { ValueKind: JsonValueKind.Object } time => WallClock.Read(time.Text("date")) is { } wall ? InZone(wall, time.Text("timezone") ?? "UTC") : null,
        // "2017-03-07T15:59:48+00:00"
        { ValueKind: JsonValueKind.String } text => ReadText(text.AsText()!),
        _ => null,
    };

    private static DateTimeOffset? ReadText(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) && time.Year >= 1970 ? time : null;

    // timezone_type 1 = offset "+02:00", 2 = abbreviation "UTC", 3 = name "Europe/Madrid".
    private static DateTimeOffset? InZone(DateTime wall, string zone)
    {
        if (zone is "UTC" or "Z" or "GMT")
        {
            return new DateTimeOffset(wall, TimeSpan.Zero);
        }

        if (zone is ['+' or '-', .. var offset] && TimeSpan.TryParseExact(offset, [@"hh\:mm", "hhmm"], CultureInfo.InvariantCulture, out var span) && span <= TimeSpan.FromHours(14))
        {
            return new DateTimeOffset(wall, zone[0] == '-' ? -span : span).ToUniversalTime();
        }

        return zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? WallClock.ToUtc(wall, found) : null;
    }
}
