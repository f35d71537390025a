namespace SmsPortal.Intake;

/// <summary>
/// A run of digit groups with single separators between them: one grouped code ("204-551", "12 34 56"), several numbers side by
/// side, or something that is no code at all (a date, a telephone number, an amount).
/// </summary>
/// <param name="End">Where the run ends, exclusive.</param>
/// <param name="Parts">The groups.</param>
/// <param name="Joined">The groups as one code, if they are written like one.</param>
/// <param name="MayStandAlone">Whether each group may be a code by itself.</param>
internal sealed record CodeDigitGroups(int End, List<(int Start, int End)> Parts, CodeCandidate? Joined, bool MayStandAlone)
{
    /// <summary>Reads the run that starts with the digit at <paramref name="start"/>.</summary>
    public static CodeDigitGroups Read(CodeText text, int start)
    {
        var parts = new List<(int Start, int End)>();
        var separators = new List<char>();
        var at = start;
        while (true)
        {
            var end = EndOfDigits(text, at);
            parts.Add((at, end));
            if (text[end] is not (' ' or '-' or '.' or '/') || !char.IsAsciiDigit(text[end + 1]))
            {
                at = end;
                break;
            }

            separators.Add(text[end]);
            at = end + 1;
        }

        // A group that goes on with letters ("5 30min", "12 7XKQ2P") is no number of this run; it is read again as a token.
        if (parts.Count > 1 && (char.IsAsciiLetter(text[at]) || (text[at] == '-' && char.IsAsciiLetter(text[at + 1]))) && separators[^1] == ' ')
        {
            parts.RemoveAt(parts.Count - 1);
            separators.RemoveAt(separators.Count - 1);
            at = parts[^1].End;
        }

        return new CodeDigitGroups(at, parts, Join(text, parts, separators), MayPart(text, parts, separators));
    }

    /// <summary>Where the digits at <paramref name="at"/> end.</summary>
    public static int EndOfDigits(CodeText text, int at)
    {
        while (char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static CodeCandidate? Join(CodeText text, List<(int Start, int End)> parts, List<char> separators)
    {
        if (separators.Count == 0 || separators[0] is not (' ' or '-') || separators.Exists(s => s != separators[0]))
        {
            return null;
        }

        if (text[parts[0].Start - 1] is '+' or '(')
        {
            return null;
        }

        var hyphens = separators[0] == '-';
        var lengths = string.Concat(parts.Take(10).Select(p => Math.Min(p.End - p.Start, 9)));
        var written = lengths switch
        {
            "33" or "222" or "44" => true,
            "1111" or "11111" or "111111" or "11111111" => true,
            "22" or "32" or "23" or "333" or "2222" => hyphens,
            _ => false,
        };
        if (!written)
        {
            return null;
        }

        var copied = string.Concat(parts.Select(p => text.Shape[p.Start..p.End]));
        return new CodeCandidate(parts[0].Start, parts[^1].End, CodeShape.Groups, copied);
    }

    private static bool MayPart(CodeText text, List<(int Start, int End)> parts, List<char> separators)
    {
        if (separators.Exists(s => s != ' ') || text[parts[0].Start - 1] == '+')
        {
            return false;
        }

        // "0417 555 0143": short groups that add up to a telephone or account number.
        var digits = parts.Sum(p => p.End - p.Start);
        return parts.Count < 3 || digits < 9 || parts.Exists(p => p.End - p.Start > 4);
    }
}
