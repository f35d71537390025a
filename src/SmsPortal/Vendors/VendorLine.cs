namespace SmsPortal.Vendors;

/// <summary>A line as the vendor lists it.</summary>
/// <param name="Key">The vendor's lasting key: Cool SMS number, rental code, order code, telephone id, <c>inbox</c>, <c>request:ID</c> or <c>mdn:NUMBER</c>.</param>
/// <param name="Kind">What it is.</param>
public sealed record VendorLine(string Key, LineKind Kind)
{
    /// <summary>The number in the vendor's text; null while there is none.</summary>
    public string? Number { get; init; }

    /// <summary>The vendor's label, kept apart from ours.</summary>
    public string? Label { get; init; }

    /// <summary>Cool SMS <c>ordinal</c>.</summary>
    public int? Ordinal { get; init; }

    /// <summary>ISO country of the number where the vendor says it, e.g. <c>US</c>.</summary>
    public string? Country { get; init; }

    /// <summary>The service an order is for.</summary>
    public string? Service { get; init; }

    /// <summary>When the vendor takes it back (UTC).</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Since when we have it (UTC).</summary>
    public DateTimeOffset? AddedAt { get; init; }

    /// <summary>The vendor's word for its state.</summary>
    public string? State { get; init; }
}

/// <summary>A list of lines. A line of a kind in <paramref name="CompleteFor"/> that is missing counts towards being gone (after three complete lists).</summary>
public sealed record VendorLines(IReadOnlyList<VendorLine> Lines, IReadOnlySet<LineKind> CompleteFor);
