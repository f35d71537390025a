namespace SmsPortal.VendorSimulator;

/// <summary>The names of the faults, as the control API takes them.</summary>
public static class FaultKinds
{
    public const string Delay = "delay";
    public const string Reset = "reset";
    public const string Hang = "hang";
    public const string Drip = "drip";
    public const string ResetMidBody = "reset_mid_body";

    /// <summary>429; with retryAfterSeconds as seconds, or as a date when retryAfterDate is true.</summary>
    public const string RateLimit = "429";

    /// <summary>Any other status from 300 on, by its number, with an HTML page: "401", "500", "502", "503", "504".</summary>
    public static bool IsStatus(string kind) => int.TryParse(kind, System.Globalization.CultureInfo.InvariantCulture, out var status) && status is >= 300 and <= 599;

    public const string Html = "html";
    public const string Empty = "empty";
    public const string Truncated = "truncated";
    public const string WrongCharset = "wrong_charset";
    public const string WrongContentType = "wrong_content_type";
    public const string NumbersAsText = "numbers_as_text";
    public const string WrongTypes = "wrong_types";
    public const string ExtraMembers = "extra_members";
    public const string DeepJson = "deep_json";
    public const string Large = "large";
    public const string GzipBomb = "gzip_bomb";
    public const string Redirect = "redirect";

    public static IReadOnlyList<string> Named { get; } =
    [
        Delay, Reset, Hang, Drip, ResetMidBody, RateLimit, Html, Empty, Truncated, WrongCharset, WrongContentType,
        NumbersAsText, WrongTypes, ExtraMembers, DeepJson, Large, GzipBomb, Redirect,
    ];

    /// <summary>Kinds that spoil the true answer, so that by default the effect happens.</summary>
    internal static bool SpoilsTheAnswer(string kind) => kind is Delay or Drip or ResetMidBody or Truncated or WrongCharset
        or WrongContentType or NumbersAsText or WrongTypes or ExtraMembers or Large;
}
