namespace SmsPortal.Intake;

/// <summary>
/// The code as a vendor recognised it. It can be empty, "0", cut at a separator, or the whole text
/// (getsms field notes T9; smspool field notes T7).
/// </summary>
internal static class CodePin
{
    private const int Longest = 16;

    /// <summary>The pin's letters and digits in plain form, or null when it cannot be a code.</summary>
    public static string? Plain(string? pin)
    {
        if (string.IsNullOrWhiteSpace(pin) || pin.Length > 4 * Longest)
        {
            return null;
        }

        var shape = new CodeText(pin.Trim()).Shape;
        var plain = string.Concat(shape.Where(char.IsAsciiLetterOrDigit));
        var words = shape.Any(char.IsWhiteSpace) && shape.Any(char.IsLetter);
        var foreign = shape.Any(c => char.IsLetter(c) && !char.IsAsciiLetter(c));
        return words || foreign || plain.Length is < 3 or > Longest || !plain.Any(char.IsAsciiDigit) || IsNothing(plain) ? null : plain;
    }

    /// <summary>Where the pin stands in the text, separators ignored; a part of a longer number is no place.</summary>
    public static (int Start, int End)? Locate(CodeText text, string plain)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] == plain[0] && !char.IsAsciiLetterOrDigit(text[start - 1]) && EndOfMatch(text, start, plain) is { } end)
            {
                return (start, end);
            }
        }

        return null;
    }

    private static int? EndOfMatch(CodeText text, int start, string plain)
    {
        var at = start;
        foreach (var c in plain)
        {
            if (at > start && text[at] is ' ' or '-' or '.')
            {
                at++;
            }

            if (text[at] != c)
            {
                return null;
            }

            at++;
        }

        return char.IsAsciiLetterOrDigit(text[at]) ? null : at;
    }

    // "0" stands for "no code yet"; a real code can be "00000".
    private static bool IsNothing(string plain) => plain.Length < 4 && plain.All(c => c == '0');
}
