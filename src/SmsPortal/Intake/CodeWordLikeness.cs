namespace SmsPortal.Intake;

/// <summary>Tells random letters and digits from names that end in a number: "84KQ7P" against "SUMMER20", "INV-204418", "x7731".</summary>
internal static class CodeWordLikeness
{
    /// <summary>0 for a random token, negative for one that reads like a name, a reference, an amount or a masked number.</summary>
    public static double Score(ReadOnlySpan<char> token)
    {
        var firstDigit = token.IndexOfAnyInRange('0', '9');
        var lastDigit = token.LastIndexOfAnyInRange('0', '9');
        var mixed = token[firstDigit..(lastDigit + 1)].ContainsAnyExceptInRange('0', '9') || (firstDigit > 0 && lastDigit < token.Length - 1);
        return firstDigit switch
        {
            _ when mixed => 0,

            // "XX4471": all but the last digits are hidden.
            > 0 when token[..firstDigit].TrimStart("xX").IsEmpty => -7,
            >= 3 => -3,
            _ => -1.5,
        };
    }
}
