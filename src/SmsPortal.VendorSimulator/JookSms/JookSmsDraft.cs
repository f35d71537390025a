using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

/// <summary>A text that somebody wants to send, as read from JSON or a form.</summary>
internal sealed partial record JookSmsDraft(string To, string Body, string? From, DateTimeOffset? Scheduled, long? ExternalId)
{
    public static bool IsNumber(string? number) => number is not null && Number().IsMatch(number.Trim());

    public static DateTimeOffset? ReadTime(string? text)
    {
        // "2016/06/26 10:00 GMT-5", "2018-03-22 10:20 +0600", "yyyy/mm/dd hh:mm TZ" (jooksms:105, 207, 144).
        if (text is null || Time().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var local = DateTime.ParseExact(
            match.Groups["date"].Value.Replace('/', '-') + " " + match.Groups["time"].Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local - Offset(match), TimeSpan.Zero);
    }

    public static long? ReadId(JsonNode? node) =>
        long.TryParse(VendorCall.Text(node), CultureInfo.InvariantCulture, out var id) ? id : null;

    private static TimeSpan Offset(Match match)
    {
        if (!match.Groups["sign"].Success)
        {
            return TimeSpan.Zero;
        }

        var digits = match.Groups["offset"].Value.Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length <= 2 ? (digits, "0") : (digits[..^2], digits[^2..]);
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    [GeneratedRegex(@"^\+?\d{7,15}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?<date>\d{4}[/-]\d{2}[/-]\d{2}) (?<time>\d{2}:\d{2})(?: ?(?:GMT|UTC|Z)?(?:(?<sign>[+-])(?<offset>\d{1,2}(?::?\d{2})?))?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
