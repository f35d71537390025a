namespace SmsPortal.Web.Components;

/// <summary>Numbers as people read them.</summary>
public static class PhoneText
{
    // Country codes of two digits; +1 and +7 have one, all others three (ITU-T E.164, list of assigned country codes).
    private static readonly HashSet<string> TwoDigits =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
        "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary><c>+18503814729</c> as <c>+1 850-381-4729</c>, others in groups; without E.164 the vendor's text as it is.</summary>
    public static string? Show(string? e164, string? number)
    {
        if (e164 is null || e164.Length < 8 || e164[0] != '+')
        {
            return number;
        }

        if (e164[1] == '1' && e164.Length == 12)
        {
            return $"+1 {e164[2..5]}-{e164[5..8]}-{e164[8..]}";
        }

        var code = e164[1] is '1' or '7' ? 1 : TwoDigits.Contains(e164[1..3]) ? 2 : 3;
        var rest = e164[(code + 1)..];
        return $"+{e164[1..(code + 1)]} {Group(rest)}";
    }

    private static string Group(string digits) => digits.Length switch
    {
        <= 5 => digits,
        6 or 7 => $"{digits[..3]} {digits[3..]}",
        8 => $"{digits[..4]}-{digits[4..]}",
        9 => $"{digits[..3]} {digits[3..6]} {digits[6..]}",
        _ => $"{digits[..4]} {digits[4..]}",
    };
}
