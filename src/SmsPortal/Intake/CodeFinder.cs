namespace SmsPortal.Intake;

/// <summary>
/// Finds the one-time code in a text of any language. Everything written like a code is a candidate; the words and characters
/// around it decide. Looks at the first 4,096 characters, in linear time, and never throws.
/// </summary>
public static class CodeFinder
{
    /// <summary>The code of the text, or null when it has none.</summary>
    /// <param name="text">The message as received.</param>
    /// <param name="vendorPin">What the vendor took for the code; it wins when the text holds it, and stands in when the text has no code.</param>
    /// <param name="service">The service the number was ordered for; digits of its name ("Bet365") are no code.</param>
    public static FoundCode? Find(string text, string? vendorPin = null, string? service = null)
    {
        var scorer = new CodeScorer(text ?? "", service);
        var pin = CodePin.Plain(vendorPin);
        var place = pin is null ? null : CodePin.Locate(scorer.Text, pin);
        if (place is { } at)
        {
            return FromPlace(scorer, pin!, at.Start, at.End);
        }

        if (scorer.Best() is { } best)
        {
            return FromCandidate(scorer, best);
        }

        return pin is null ? null : FromPinAlone(vendorPin!);
    }

    // A vendor may have cut "204-551" at the hyphen: the candidate around the pin is the code, if there is one.
    private static FoundCode FromPlace(CodeScorer scorer, string pin, int start, int end)
    {
        foreach (var candidate in scorer.Candidates)
        {
            if (candidate.Start <= start && candidate.End >= end && (pin.Length == 3 || pin.EndsWith(candidate.Copied, StringComparison.Ordinal)))
            {
                return FromCandidate(scorer, candidate);
            }
        }

        var shown = scorer.Text.Original(start, end);
        var shape = scorer.Text.Shape[start..end];
        return new FoundCode(shown, Pasted(shape));
    }

    private static FoundCode FromPinAlone(string vendorPin)
    {
        var pin = new CodeText(vendorPin.Trim());
        return Find(vendorPin) ?? new FoundCode(pin.Original(0, pin.Length), Pasted(pin.Shape));
    }

    private static FoundCode FromCandidate(CodeScorer scorer, CodeCandidate candidate) =>
        new(scorer.Text.Original(candidate.Start, candidate.End), candidate.Copied);

    // Digit groups lose their separators, codes with letters keep them.
    private static string Pasted(string shape) =>
        shape.Any(char.IsAsciiLetter) ? shape : string.Concat(shape.Where(char.IsAsciiDigit));
}
