namespace SmsPortal.Intake;

/// <summary>Weighs the candidates of a text and takes the best one that is good enough.</summary>
internal sealed class CodeScorer
{
    private const double Threshold = 4.5;
    private readonly CodeText _text;
    private readonly CodeContext _context;

    public CodeScorer(string text, string? service)
    {
        _text = new CodeText(text);
        Candidates = CodeCandidateScanner.Scan(_text, new CodeHiddenRanges(_text, service));
        var words = Candidates.Count == 0 ? [] : CodeWords.In(_text);
        _context = new CodeContext(_text, words);
        Steps = _text.Length + Candidates.Count + words.Count;
    }

    /// <summary>The text in its plain form.</summary>
    public CodeText Text => _text;

    /// <summary>Everything written like a code.</summary>
    public IReadOnlyList<CodeCandidate> Candidates { get; }

    /// <summary>Characters, candidates and words handled so far.</summary>
    public long Steps { get => field + _context.Steps; }

    /// <summary>The best candidate, or null when none is good enough.</summary>
    public CodeCandidate? Best()
    {
        CodeCandidate? best = null;
        var top = Threshold;
        foreach (var candidate in Candidates)
        {
            var score = Score(candidate);
            if (score > top || (best is null && score >= top))
            {
                (best, top) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>How much a candidate looks like the code of its text; 4.5 is enough.</summary>
    public double Score(CodeCandidate candidate) =>
        IsWholeText(candidate) ? 100 : Shape(candidate) + CodeNeighbours.Score(_text, candidate) + _context.Score(candidate);

    // Vendors also deliver the bare code as the text.
    private bool IsWholeText(CodeCandidate candidate) =>
        _text.Shape.AsSpan(0, candidate.Start).IsWhiteSpace() && _text.Shape.AsSpan(candidate.End).IsWhiteSpace();

    private static double Shape(CodeCandidate candidate) => candidate switch
    {
        { Shape: CodeShape.Prefixed } => 4,
        { Shape: CodeShape.LettersAndDigits } => CodeWordLikeness.Score(candidate.Copied),
        { Shape: CodeShape.Groups, Copied.Length: 6 } => 2,
        { Shape: CodeShape.Groups } => 1,
        { Copied.Length: 6 } => 2,
        { Copied.Length: 4 or 5 } => 1.5,
        { Copied.Length: 7 or 8 } => 1,
        _ => -1,
    };
}
