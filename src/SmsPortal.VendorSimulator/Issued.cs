namespace SmsPortal.VendorSimulator;

/// <summary>One text that a vendor received: the oracle against which a portal's inbox is compared.</summary>
public sealed record IssuedText
{
    public long Sequence { get; init; }
    public required string Vendor { get; init; }
    public required string Account { get; init; }

    /// <summary>The vendor's key of the line: order or rental code, request id, telephone id, or the number itself.</summary>
    public required string Line { get; init; }

    public required string Number { get; init; }
    public required string From { get; init; }
    public required string Text { get; init; }
    public string? Service { get; init; }

    /// <summary>The vendor's own message or order id, where it has one.</summary>
    public string? Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>"arrived", "late" (waits for its line) or "lost" (the line slept: no portal can ever see it).</summary>
    public string State { get; init; } = "arrived";

    /// <summary>True for the past that <c>seed-history</c> made up.</summary>
    public bool History { get; init; }
}

public sealed class Issued
{
    private readonly Lock _gate = new();
    private readonly List<IssuedText> _texts = [];

    internal IssuedText Add(IssuedText text)
    {
        lock (_gate)
        {
            var numbered = text with { Sequence = _texts.Count + 1 };
            _texts.Add(numbered);
            return numbered;
        }
    }

    /// <summary>Every text after a sequence number, oldest first.</summary>
    public IReadOnlyList<IssuedText> Since(long sequence = 0)
    {
        lock (_gate)
        {
            return _texts.Skip((int)Math.Clamp(sequence, 0, _texts.Count)).ToList();
        }
    }
}
