namespace SmsPortal.Storage;

/// <summary>What a list of messages is narrowed to. An empty filter shows all that the viewer may see.</summary>
public sealed record MessageFilter
{
    public long? LineId { get; init; }
    public int? GroupId { get; init; }

    /// <summary>A vendor by key, such as <c>getsms</c>.</summary>
    public string? VendorKey { get; init; }

    public bool UnreadOnly { get; init; }
    public bool WithCodeOnly { get; init; }

    /// <summary>True incoming only, false sent only, null both.</summary>
    public bool? Incoming { get; init; }

    /// <summary>Not older than this (UTC).</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Older than this (UTC).</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The other party, exactly; with <see cref="LineId"/> a conversation. Empty text = no sender.</summary>
    public string? Party { get; init; }

    /// <summary>Part of the sender, any case.</summary>
    public string? From { get; init; }

    /// <summary>Part of our number or of the line's label, any case.</summary>
    public string? To { get; init; }

    /// <summary>Words that must be in the body.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Texts that must be in the body to the letter, any case.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Words that must not be in the body.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>True when the filter narrows the set of lines.</summary>
    public bool NarrowsLines => LineId is not null || GroupId is not null || VendorKey is not null || To is not null;

    /// <summary>True when rows of a line are left out.</summary>
    public bool NarrowsRows => UnreadOnly || WithCodeOnly || Incoming is not null || Party is not null || From is not null || Searches;

    /// <summary>True when the body is searched.</summary>
    public bool Searches => Words.Count > 0 || Phrases.Count > 0 || Without.Count > 0;
}

/// <summary>A place in a list that is sorted newest first.</summary>
public readonly record struct MessagePosition(DateTimeOffset At, long Id);

/// <summary>Some rows of a list.</summary>
/// <param name="Messages">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="SearchedBackTo">Set when the search stopped before the end: nothing more was found back to this time.</param>
public sealed record MessagePage(IReadOnlyList<StoredMessage> Messages, MessagePosition? Next, DateTimeOffset? SearchedBackTo = null);
