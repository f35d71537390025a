namespace SmsPortal.Intake;

/// <summary>What the known words around a candidate say, the nearer the louder.</summary>
internal sealed class CodeContext(CodeText text, List<CodeWordHit> hits)
{
    private const int Reach = 80;
    private readonly bool _aboutSignIn = hits.Exists(h => h.Kind is CodeWordKind.Context or CodeWordKind.StrongCode);
    private readonly bool _aboutSales = hits.Exists(h => h.Kind == CodeWordKind.Promotion);
    private readonly bool _aboutOtherNumbers = hits.Exists(h => h.Kind is CodeWordKind.OtherNumber or CodeWordKind.Contact or CodeWordKind.Promotion or CodeWordKind.Warning);

    /// <summary>Words looked at so far; grows with the text, not with its square.</summary>
    public long Steps { get; private set; }

    /// <summary>The sum of all signs and objections of the words.</summary>
    public double Score(CodeCandidate candidate)
    {
        var first = FirstAfter(candidate.Start);
        var (before, after, other) = (0.0, 0.0, 0.0);
        var announced = first >= 2 && hits[first - 2].Kind == CodeWordKind.StrongCode && IsAnnounced(hits[first - 2], candidate);
        for (var i = first - 1; i >= 0 && candidate.Start - hits[i].End <= Reach; i--, Steps++)
        {
            var nearest = i == first - 1;
            before = Math.Max(before, CodeBefore(candidate, i));
            other += OtherBefore(candidate, hits[i], nearest, announced);
        }

        for (var i = first; i < hits.Count && hits[i].Start - candidate.End <= Reach; i++, Steps++)
        {
            after = Math.Max(after, CodeAfter(candidate, hits[i]));
            other += OtherAfter(candidate, hits[i]);
        }

        return Math.Max(before, after) + (0.3 * Math.Min(before, after)) + other + Whole(candidate);
    }

    private double CodeBefore(CodeCandidate candidate, int index)
    {
        var hit = hits[index];
        if (!hit.NamesCode || hit.End > candidate.Start)
        {
            return 0;
        }

        var gap = candidate.Start - hit.End;
        var strong = hit.Kind == CodeWordKind.StrongCode;
        var announced = IsAnnounced(hit, candidate);
        var score = gap switch
        {
            <= 6 => 5,
            _ when strong && announced => 5,
            <= 25 => strong || announced ? 3.5 : 3,
            <= 60 => 2,
            _ => 1,
        };
        return score * Weight(hit) * Between(hit.End, candidate.Start) * Warned(index, gap);
    }

    // "Security code for your account: GH7K2": the colon points back to the code word, whatever stands in between.
    private bool IsAnnounced(CodeWordHit hit, CodeCandidate candidate) =>
        (text[candidate.Start - 1] == ':' || (text[candidate.Start - 1] == ' ' && text[candidate.Start - 2] == ':'))
        && !text.HasBreak(hit.End, candidate.Start) && !text.HasNumber(hit.End, candidate.Start);

    private double CodeAfter(CodeCandidate candidate, CodeWordHit hit)
    {
        if (!hit.NamesCode || hit.Start < candidate.End)
        {
            return 0;
        }

        var gap = hit.Start - candidate.End;
        var score = gap switch { <= 5 => 4, <= 12 => 3.5, <= 30 => 3, <= 60 => 1.5, _ => 0.5 };
        return score * Weight(hit) * Between(candidate.End, hit.Start);
    }

    private static double Weight(CodeWordHit hit) => hit.Kind == CodeWordKind.StrongCode ? 1 : 0.9;

    // Another sentence or another number in between: the word probably speaks of something else.
    private double Between(int from, int to)
    {
        var broken = text.HasBreak(from, to) && HasWord(from, to);
        return (broken ? 0.5 : 1) * (text.HasNumber(from, to) ? 0.65 : 1);
    }

    private bool HasWord(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    // "Never share your code. Balance 1520": a warning, unless the number follows at once.
    private double Warned(int index, int gap) =>
        gap > 4 && index > 0 && hits[index - 1].Kind == CodeWordKind.Warning && hits[index].Start - hits[index - 1].End <= 40 ? 0.4 : 1;

    private double OtherBefore(CodeCandidate candidate, CodeWordHit hit, bool nearest, bool announced)
    {
        var gap = candidate.Start - hit.End;
        if (gap < 0)
        {
            return hit.Kind is CodeWordKind.Money ? -6 : 0;
        }

        var clear = !text.HasBreak(hit.End, candidate.Start) && !text.HasNumber(hit.End, candidate.Start);
        return hit.Kind switch
        {
            CodeWordKind.Money when gap <= 1 => -6,
            CodeWordKind.Enter when gap <= 15 && clear => 2.5,
            CodeWordKind.OtherNumber when nearest && gap <= 20 && clear && !announced => gap <= 8 ? -4.5 : -3,
            CodeWordKind.Contact when gap <= 25 && clear => -4,
            CodeWordKind.Promotion when gap <= 40 => -4,
            CodeWordKind.Expired when gap <= 12 && clear => -2.5,
            _ => 0,
        };
    }

    private double OtherAfter(CodeCandidate candidate, CodeWordHit hit)
    {
        // A unit inside the token: "2048MB", "5000km".
        if (hit.Start < candidate.End)
        {
            return hit.Start > candidate.Start && hit.End == candidate.End && hit.Kind is CodeWordKind.Unit or CodeWordKind.Money ? -6 : 0;
        }

        var gap = hit.Start - candidate.End;
        var clear = !text.HasBreak(candidate.End, hit.Start) && !text.HasNumber(candidate.End, hit.Start);
        return hit.Kind switch
        {
            CodeWordKind.Money when gap <= 1 => -6,
            CodeWordKind.Unit when gap <= 1 => -5,
            CodeWordKind.Enter when gap <= 12 && clear => 2.5,
            CodeWordKind.OtherNumber when gap <= 3 && clear => -2,
            CodeWordKind.Promotion when gap <= 40 && !text.HasBreak(candidate.End, hit.Start) => -3,
            CodeWordKind.Expired when gap <= 12 && clear => -2.5,
            _ => 0,
        };
    }

    private double Whole(CodeCandidate candidate)
    {
        var score = _aboutSignIn ? 1.25 : 0;
        score -= _aboutSales ? 2.5 : 0;

        // "Tinderbox: 715526": a name, a number, nothing else.
        var only = text.Length <= 40 && !_aboutOtherNumbers && candidate.IsNumeric
            && !text.HasNumber(0, candidate.Start) && !text.HasNumber(candidate.End, text.Length);
        return score + (only ? 3 : 0);
    }

    private int FirstAfter(int start)
    {
        int low = 0, high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
