namespace SmsPortal.Intake;

/// <summary>Tells random letters and digits from names that end in a number: "84KQ7P" against "SUMMER20", "INV-204418", "x7731".</summary>
internal static class CodeWordLikeness
{
    /// <summary>0 for a random token, negative for one that reads like a name, a reference or a masked number.</summary>
    public static double Score(ReadOnlySpan<char> token)
    {
        var firstDigit = token.IndexOfAnyInRange('0', '9');
        var lastLetter = token.LastIndexOfAnyExceptInRange('0', '9');
        if (token.TrimStart("xX").Length <= token.Length - 1 && firstDigit > 0 && token[..firstDigit].IndexOfAnyExcept('x', 'X') < 0 && lastLetter < firstDigit)
        {
            return -7;
        }

        // All letters first, all digits last (or the other way round): a name, a reference, an amount with its unit.
        var nameFirst = lastLetter < firstDigit;
        var numberFirst = token[..(lastLetter + 1)].LastIndexOfAnyInRange('0', '9') is var last && firstDigit == 0
            && token[(last + 1)..].IndexOfAnyInRange('0', '9') < 0 && token[..(last + 1)].IndexOfAnyExceptInRange('0', '9') < 0;
        return nameFirst ? (firstDigit >= 3 ? -3 : -1.5) : numberFirst ? -1.5 : -0.5;
    }
}
