namespace SmsPortal.Intake;

/// <summary>What the characters right before and after a candidate say: amounts, times, dates, masks.</summary>
internal static class CodeNeighbours
{
    private const double Never = -20;

    /// <summary>The sum of all objections (negative) and signs (positive).</summary>
    public static double Score(CodeText text, CodeCandidate candidate)
    {
        var (before, after) = (text[candidate.Start - 1], text[candidate.End]);
        var score = 0.0;
        if (candidate.IsNumeric)
        {
            score += Amount(text, candidate, before, after) + Date(candidate);
        }

        score += before switch
        {
            '+' => Never,
            '#' => IsWebOtp(text, candidate.Start) ? 10 : -2.5,
            '*' when after != '*' => -7,
            '/' or '_' or '&' or '\\' => -3,
            '[' or '【' or '"' or '「' or '«' => 0.5,
            _ when CodeFolding.IsSpacedLetter(before) => -3,
            _ => 0,
        };
        score += after switch
        {
            '*' when before != '*' => -7,
            '%' => Never,
            '/' or '_' or '&' => -3,
            _ when CodeFolding.IsSpacedLetter(after) => -3,
            _ => 0,
        };

        return score + (StandsAlone(text, candidate) ? 2 : 0) + (candidate.Start == 0 ? 0.5 : 0);
    }

    private static double Amount(CodeText text, CodeCandidate candidate, char before, char after)
    {
        var (beforeThat, afterThat) = (text[candidate.Start - 2], text[candidate.End + 1]);
        var score = 0.0;

        // "18:42", "1204.55", "0.4417"; "...7731" is a mask. A comma may also join clauses: "391827,5分钟".
        if ((before is ':' or '.' && char.IsAsciiDigit(beforeThat)) || (after is ':' or '.' && char.IsAsciiDigit(afterThat)))
        {
            score += Never;
        }

        if ((before == ',' && char.IsAsciiDigit(beforeThat)) || (after == ',' && char.IsAsciiDigit(afterThat)))
        {
            score -= 3;
        }

        if ((before is '.' && beforeThat is '.') || before is '…' or '•' or '●')
        {
            score -= 7;
        }

        return score - (before is '-' or '~' && (char.IsAsciiDigit(beforeThat) || char.IsAsciiLetter(beforeThat)) ? 4 : 0);
    }

    private static double Date(CodeCandidate candidate)
    {
        var digits = candidate.Copied;
        if (candidate.Shape == CodeShape.Digits && digits.Length == 4 && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal)))
        {
            return -2;
        }

        // "12-03-25": two digits each, a month among the first two.
        if (candidate.Shape == CodeShape.Groups && candidate.End - candidate.Start == 8 && digits.Length == 6)
        {
            var (first, second) = (int.Parse(digits.AsSpan(0, 2), provider: null), int.Parse(digits.AsSpan(2, 2), provider: null));
            return first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12) ? -2 : 0;
        }

        return 0;
    }

    /// <summary>The last line that browsers read: <c>@example.com #804511</c>.</summary>
    private static bool IsWebOtp(CodeText text, int start)
    {
        var at = start - 2;
        if (text[at] != ' ')
        {
            return false;
        }

        var limit = Math.Max(0, at - 255);
        while (--at >= limit && text[at] is > ' ' and < '\u007F')
        {
            if (text[at] == '@')
            {
                return text[at - 1] is '\n' or ' ';
            }
        }

        return false;
    }

    private static bool StandsAlone(CodeText text, CodeCandidate candidate)
    {
        var (from, to) = (candidate.Start - 1, candidate.End);
        for (var i = 0; i < 4 && text[from] != '\n' && !char.IsLetterOrDigit(text[from]); i++)
        {
            from--;
        }

        for (var i = 0; i < 4 && text[to] != '\n' && !char.IsLetterOrDigit(text[to]); i++)
        {
            to++;
        }

        return text[from] == '\n' && text[to] == '\n';
    }
}
