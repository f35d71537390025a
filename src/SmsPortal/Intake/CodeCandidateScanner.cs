namespace SmsPortal.Intake;

/// <summary>Finds every piece of a text that is written like a code, in one pass; what it means is judged elsewhere.</summary>
internal static class CodeCandidateScanner
{
    private const int LongestCode = 10;

    /// <summary>The candidates in the order of the text. <paramref name="hidden"/> ranges (links, addresses) hold none.</summary>
    public static List<CodeCandidate> Scan(CodeText text, CodeHiddenRanges hidden)
    {
        var found = new List<CodeCandidate>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) || hidden.Contains(at))
            {
                at++;
                continue;
            }

            var end = EndOfToken(text, at);
            at = text.Shape.AsSpan(at, end - at).ContainsAnyExceptInRange('0', '9')
                ? AddToken(text, at, end, found)
                : AddNumbers(text, at, found);
        }

        return found;
    }

    // Letters and digits, parts joined by single hyphens: "AB-12CD". A token of digits ends at the hyphen: groups have own rules.
    private static int EndOfToken(CodeText text, int at)
    {
        var end = at;
        var letters = false;
        while (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '-' && char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            letters |= char.IsAsciiLetter(text[end]);
            end++;
        }

        if (!letters)
        {
            end = CodeDigitGroups.EndOfDigits(text, at);
        }

        return end;
    }

    private static int AddToken(CodeText text, int start, int end, List<CodeCandidate> found)
    {
        var token = text.Shape.AsSpan(start, end - start);
        if (token.Length > 40)
        {
            return end;
        }

        var digits = token.LastIndexOfAnyExceptInRange('0', '9') + 1;
        var tail = token.Length - digits;
        if (digits == 2 && token[1] == '-' && tail is >= 4 and <= 8)
        {
            found.Add(new CodeCandidate(start, end, CodeShape.Prefixed, token[2..].ToString()));
        }
        else if (token.StartsWith("FB-", StringComparison.Ordinal) && digits == 3 && tail is >= 4 and <= 8)
        {
            found.Add(new CodeCandidate(start, end, CodeShape.Prefixed, token[3..].ToString()));
        }
        else if (tail is >= 4 and <= 8 && token[..digits].IndexOfAnyInRange('0', '9') < 0 && CodeWords.NamesCode(text, start, start + digits - (token[digits - 1] == '-' ? 1 : 0)))
        {
            // "OTP804511": the word and the code without a space.
            found.Add(new CodeCandidate(start + digits, end, CodeShape.Digits, token[digits..].ToString()));
        }
        else if (LeadingDigits(token) is >= 4 and <= 8 and var head && IsWord(token[head..]))
        {
            // "44718Valid for 5 min": the next sentence without a space.
            found.Add(new CodeCandidate(start, start + head, CodeShape.Digits, token[..head].ToString()));
        }
        else if (IsLettersAndDigits(token))
        {
            found.Add(new CodeCandidate(start, end, CodeShape.LettersAndDigits, token.ToString()));
        }

        return end;
    }

    private static int AddNumbers(CodeText text, int start, List<CodeCandidate> found)
    {
        var groups = CodeDigitGroups.Read(text, start);
        if (groups.Joined is { } joined)
        {
            found.Add(joined);
        }
        else if (groups.MayStandAlone)
        {
            foreach (var (from, to) in groups.Parts)
            {
                if (to - from is >= 4 and <= LongestCode)
                {
                    found.Add(new CodeCandidate(from, to, CodeShape.Digits, text.Shape[from..to]));
                }
            }
        }

        return groups.End;
    }

    private static int LeadingDigits(ReadOnlySpan<char> token)
    {
        var length = token.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? token.Length : length;
    }

    private static bool IsWord(ReadOnlySpan<char> rest) =>
        rest.Length >= 3 && char.IsAsciiLetterUpper(rest[0]) && rest[1..].IndexOfAnyExceptInRange('a', 'z') < 0;

    private static bool IsLettersAndDigits(ReadOnlySpan<char> token)
    {
        int letters = 0, digits = 0, parts = 1;
        foreach (var c in token)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            parts += c == '-' ? 1 : 0;
        }

        return letters > 0 && digits > 0 && letters + digits is >= 5 and <= LongestCode && parts <= 3;
    }
}
