namespace SmsPortal.Vendors;

/// <summary>One answer (or one set of pages) of a way to read texts.</summary>
/// <param name="Messages">Every text in it, oldest first.</param>
/// <param name="NextCursor">What to hand in next time; opaque to all but the vendor's room. Null where the vendor has no such thing.</param>
/// <param name="PossibleGap">True when the answer was full and everything in it is new, so that older texts may have been pushed out (GetSMS shows at most three).</param>
/// <param name="MoreNow">True when there is more to read at once (pages left).</param>
public sealed record MessageReading(IReadOnlyList<VendorMessage> Messages, string? NextCursor = null, bool PossibleGap = false, bool MoreNow = false)
{
    /// <summary>What the same call said of the line itself, e.g. a rental's expiry and how long it is active.</summary>
    public LineCondition? Line { get; init; }

    /// <summary>An answer without texts.</summary>
    public static MessageReading Empty { get; } = new([]);
}

/// <summary>The condition of a line at the vendor.</summary>
/// <param name="Available">SMSPool: 1 = texts can arrive now (smspool:162-163).</param>
/// <param name="ActiveUntil">Until when it stays so (UTC).</param>
/// <param name="ExpiresAt">When the rental ends (UTC).</param>
/// <param name="Number">Its number in the vendor's text.</param>
public sealed record LineCondition(bool? Available = null, DateTimeOffset? ActiveUntil = null, DateTimeOffset? ExpiresAt = null, string? Number = null);
