using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>GetSMS posts with distinct texts (getsms:331-359), each with a marker that is found again where the text is shown.</summary>
internal static class Webhooks
{
    private const char MarkerSign = '#';
    private const int MarkerDigits = 9;

    /// <summary>The requests that the texts belong to; the portal knows their lines.</summary>
    public const int Requests = 1000;

    public static string Body(int number)
    {
        var request = number % Requests;
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"event":"incoming_message","id":"{{RequestId(request)}}","timestamp":"{{seconds}}","date_time":"2020-09-14 14:42:36 EDT","from":"22000","to":"{{Number(request)}}","service":"Google","reply":"G-804036 is your Google verification code. {{MarkerSign}}{{number:000000000}}","pin":"","price":"1.20"}
            """);
    }

    public static string RequestId(int request) => (10_000_000 + request).ToString(CultureInfo.InvariantCulture);

    /// <summary>1 555 0100000 and on: no real number.</summary>
    public static string Number(int request) => (15_550_100_000 + request).ToString(CultureInfo.InvariantCulture);

    /// <summary>The markers that stand in the bytes, wherever they are.</summary>
    public static IEnumerable<int> Markers(ReadOnlyMemory<byte> bytes)
    {
        for (var at = Next(bytes, 0); at >= 0; at = Next(bytes, at + 1))
        {
            if (at + 1 + MarkerDigits <= bytes.Length && int.TryParse(bytes.Span.Slice(at + 1, MarkerDigits), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return number;
            }
        }
    }

    private static int Next(ReadOnlyMemory<byte> bytes, int from)
    {
        var at = bytes.Span[from..].IndexOf((byte)MarkerSign);
        return at < 0 ? -1 : from + at;
    }
}
