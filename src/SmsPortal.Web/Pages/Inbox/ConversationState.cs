using SmsPortal.Reading;
using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>An open message and its conversation, without Blazor: the texts with one party on one line, oldest first.</summary>
public sealed class ConversationState
{
    /// <summary>Texts of one page.</summary>
    public const int PageSize = 20;

    private readonly List<StoredMessage> _messages = [];
    private readonly List<StoredMessage> _early = [];

    public InboxPhase Phase { get; private set; } = InboxPhase.Loading;

    /// <summary>The open message; null while loading, and when there is none that the person may see.</summary>
    public StoredMessage? Selected { get; private set; }

    public LineRow? Line { get; private set; }

    public MessageFacts? Facts { get; private set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<StoredMessage> Messages => _messages;

    /// <summary>Where older texts begin; null at the end.</summary>
    public MessagePosition? Next { get; private set; }

    /// <summary>True when newer texts than those shown exist: the open one lies further back.</summary>
    public bool HasNewer { get; private set; }

    public InboxFailure? Failure { get; private set; }

    /// <summary>What the conversation is narrowed to.</summary>
    public MessageFilter Filter => new() { LineId = Selected?.LineId, Party = Selected?.Sender ?? "" };

    /// <summary>Something else is opened.</summary>
    public void Begin()
    {
        _messages.Clear();
        _early.Clear();
        (Phase, Selected, Line, Facts, Next, HasNewer, Failure) = (InboxPhase.Loading, null, null, null, null, false, null);
    }

    /// <summary>There is no such message for this person.</summary>
    public void ShowNothing()
    {
        Begin();
        Phase = InboxPhase.Ready;
    }

    public void Show(StoredMessage selected, LineRow? line, MessageFacts? facts, MessagePage page, bool hasNewer)
    {
        _messages.Clear();
        _messages.AddRange(page.Messages.Reverse());
        (Phase, Selected, Line, Facts, Next, HasNewer, Failure) = (InboxPhase.Ready, selected, line, facts, page.Next, hasNewer, null);

        // What arrived while it was read.
        Take([.. _early]);
        _early.Clear();
    }

    public void Prepend(MessagePage page)
    {
        _messages.InsertRange(0, page.Messages.Reverse());
        (Next, Failure) = (page.Next, null);
    }

    public void Fail(InboxFailure failure) => (Phase, Failure) = (Selected is null ? InboxPhase.Failed : Phase, failure);

    /// <summary>Takes new messages of this conversation to their places; true when one was its.</summary>
    public bool Take(IEnumerable<StoredMessage> batch)
    {
        if (Phase == InboxPhase.Loading)
        {
            _early.AddRange(batch);
            return false;
        }

        if (Selected is null || HasNewer)
        {
            return false;
        }

        var changed = false;
        foreach (var message in batch)
        {
            if (message.LineId == Selected.LineId && (message.Sender ?? "") == (Selected.Sender ?? "") && _messages.TrueForAll(known => known.Id != message.Id))
            {
                var at = _messages.FindLastIndex(known => known.At < message.At || (known.At == message.At && known.Id < message.Id));
                _messages.Insert(at + 1, message);
                changed = true;
            }
        }

        return changed;
    }

    /// <summary>Which texts are unread now; true when that is a difference.</summary>
    public bool SetUnread(IReadOnlySet<long> unread)
    {
        var changed = false;
        for (var i = 0; i < _messages.Count; i++)
        {
            var isUnread = unread.Contains(_messages[i].Id);
            if (_messages[i].Unread != isUnread)
            {
                _messages[i] = _messages[i] with { Unread = isUnread };
                changed = true;
            }
        }

        return changed;
    }
}
