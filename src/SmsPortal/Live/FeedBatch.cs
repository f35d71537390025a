using SmsPortal.Storage;

namespace SmsPortal.Live;

/// <summary>What happened, in commit order. One batch is one render at most.</summary>
/// <param name="Messages">New messages; each subscription filters them by its viewer's access before it shows any.</param>
/// <param name="Changes">Other things that changed; a tab re-reads what it shows of them.</param>
public sealed record FeedBatch(IReadOnlyList<StoredMessage> Messages, IReadOnlyList<FeedChange> Changes)
{
    internal static FeedBatch Of(FeedChange change) => new([], [change]);
}

/// <summary>The kinds of change that travel beside messages.</summary>
public enum FeedChangeKind
{
    /// <summary>A line was made, renamed, or has another state.</summary>
    Line,

    /// <summary>An account's settings or health.</summary>
    Account,

    /// <summary>A person's access to lines.</summary>
    Access,

    /// <summary>A person was disabled, signed out everywhere, or has another role or password.</summary>
    Person,

    /// <summary>A person's read marks changed in another tab.</summary>
    Read,
}

/// <summary>Something changed.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its id as text; <c>*</c> = many or all.</param>
public sealed record FeedChange(FeedChangeKind Kind, string Id)
{
    /// <summary>True when the change is about that id, or about all.</summary>
    public bool Concerns(string id) => Id == "*" || string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);
}
