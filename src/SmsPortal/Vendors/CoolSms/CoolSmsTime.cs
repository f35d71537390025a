using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>Times in forms the document does not show: Unix seconds or milliseconds, ISO 8601, or PHP's date object. Without a zone a time is kept as words only.</summary>
internal static partial class CoolSmsTime
{
    /// <summary>The vendor's words, and the time in UTC when they leave no doubt.</summary>
    public static (string? Words, DateTimeOffset? At) Read(JsonElement? json)
    {
        if (json is { ValueKind: JsonValueKind.Object } php)
        {
            // {"date":"2022-04-09 10:00:00.000000","timezone_type":3,"timezone":"UTC"}
            var date = php.Text("date", "time");
            return (date, php.Text("timezone") is "UTC" or "Z" or "GMT" or "+00:00" ? Parse(date + "Z") : null);
        }

        if (json is { ValueKind: JsonValueKind.Array })
        {
            throw new FormatException("A message has a list in place of its time.");
        }

        var words = json?.AsText();
        if (words is null)
        {
            return (null, null);
        }

        return (words, long.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var unix) ? FromUnix(unix) : Parse(words));
    }

    private static DateTimeOffset? FromUnix(long unix) => unix switch
    {
        >= 1_000_000_000 and < 10_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(unix),
        >= 1_000_000_000_000 and < 10_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(unix),
        _ => null,
    };

    private static DateTimeOffset? Parse(string words) =>
        TimeWithZone().IsMatch(words) && DateTimeOffset.TryParse(words, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    [GeneratedRegex(@"\d:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeWithZone();
}
