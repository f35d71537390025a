using SmsPortal.Storage;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>
/// The list of an inbox tab, without Blazor: rows newest first, at most 500; new ones that would move what one is reading wait behind the "n new" pill.
/// Every call that changes something raises <see cref="Changed"/> once.
/// </summary>
public sealed class InboxState
{
    /// <summary>The most rows a tab holds.</summary>
    public const int Most = 500;

    /// <summary>Rows that stand while nobody asked for older ones: a render costs by the rows it compares, and those below come back by scrolling.</summary>
    public const int Live = 100;

    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private readonly List<MessageRow> _rows = [];
    private readonly List<MessageRow> _held = [];
    private readonly List<MessageRow> _early = [];
    private readonly HashSet<long> _ids = [];
    private int _room = Live;

    /// <summary>Something changed; once per call.</summary>
    public event Action? Changed;

    public InboxPhase Phase { get; private set; } = InboxPhase.Loading;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<MessageRow> Rows => _rows;

    /// <summary>New messages that are not shown yet.</summary>
    public int NewCount { get; private set; }

    /// <summary>True while new rows would move what one is reading: scrolled down, or the pointer over a row.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>True when the newest rows were dropped to make room for older ones: to see new ones, the list is read again.</summary>
    public bool IsDetached { get; private set; }

    /// <summary>Where older rows begin; null at the end.</summary>
    public MessagePosition? Next { get; private set; }

    /// <summary>Set when a search stopped on its way: it looked back to this time.</summary>
    public DateTimeOffset? SearchedBackTo { get; private set; }

    public bool IsLoadingOlder { get; private set; }

    /// <summary>What went wrong, in words, when <see cref="Phase"/> is Failed or older rows could not be read.</summary>
    public InboxFailure? Failure { get; private set; }

    /// <summary>True when the pill must read the list again, since not all that is new is kept here.</summary>
    public bool MustReadForNew => IsDetached || NewCount > _held.Count;

    /// <summary>Another list begins.</summary>
    public void Begin()
    {
        Clear();
        _early.Clear();
        (Phase, Failure, IsLoadingOlder, IsHeld) = (InboxPhase.Loading, null, false, false);
        Changed?.Invoke();
    }

    /// <summary>The first page was read; what arrived meanwhile joins it.</summary>
    public void Show(IReadOnlyList<MessageRow> rows, MessagePosition? next, DateTimeOffset? searchedBackTo)
    {
        Clear();
        _room = Math.Max(Live, rows.Count);
        _rows.AddRange(rows);
        _ids.UnionWith(rows.Select(row => row.Id));
        (Phase, Failure, Next, SearchedBackTo) = (InboxPhase.Ready, null, next, searchedBackTo);
        foreach (var row in _early)
        {
            Insert(row);
        }

        _early.Clear();
        Changed?.Invoke();
    }

    /// <summary>The list was read again after a gap: what is new and would move the page waits, what is gone is gone.</summary>
    public void ShowAgain(IReadOnlyList<MessageRow> rows, MessagePosition? next, DateTimeOffset? searchedBackTo)
    {
        MessagePosition? top = IsHeld && _rows.Count > 0 ? _rows[0].Position : null;
        var kept = top is null ? rows : [.. rows.Where(row => Compare(row.Position, top.Value) <= 0)];
        var held = IsHeld;
        var waiting = top is null ? [] : rows.Where(row => Compare(row.Position, top.Value) > 0).ToList();
        Clear();
        IsHeld = held;
        _room = Math.Max(Live, rows.Count);
        _rows.AddRange(kept);
        _ids.UnionWith(rows.Select(row => row.Id));
        _held.AddRange(waiting);
        NewCount = waiting.Count;
        (Phase, Failure, Next, SearchedBackTo, IsLoadingOlder) = (InboxPhase.Ready, null, next, searchedBackTo, false);
        foreach (var row in _early)
        {
            Take(row);
        }

        _early.Clear();
        Changed?.Invoke();
    }

    public void Fail(InboxFailure failure)
    {
        (Phase, Failure, IsLoadingOlder) = (Phase == InboxPhase.Ready && _rows.Count > 0 ? InboxPhase.Ready : InboxPhase.Failed, failure, false);
        Changed?.Invoke();
    }

    /// <summary>A batch of new messages, in any order; repeats are dropped.</summary>
    /// <returns>How many were really new to the list.</returns>
    public int Take(IReadOnlyList<MessageRow> batch)
    {
        if (Phase != InboxPhase.Ready)
        {
            _early.AddRange(batch);
            return 0;
        }

        var taken = 0;
        foreach (var row in batch)
        {
            taken += Take(row) ? 1 : 0;
        }

        if (taken > 0)
        {
            Changed?.Invoke();
        }

        return taken;
    }

    /// <summary>New rows wait (true) or may slide in (false); those that waited come in with the change.</summary>
    public void Hold(bool hold)
    {
        if (hold == IsHeld)
        {
            return;
        }

        IsHeld = hold;
        if (!hold && _held.Count > 0 && !MustReadForNew)
        {
            Release();
            Changed?.Invoke();
        }
    }

    /// <summary>The pill was pressed and all that waits is here.</summary>
    public void ShowNew()
    {
        Release();
        Changed?.Invoke();
    }

    public void BeginOlder()
    {
        (IsLoadingOlder, Failure) = (true, null);
        Changed?.Invoke();
    }

    /// <summary>An older page was read. Beyond the most, the newest rows go.</summary>
    public void Append(IReadOnlyList<MessageRow> rows, MessagePosition? next, DateTimeOffset? searchedBackTo)
    {
        foreach (var row in rows)
        {
            if (_ids.Add(row.Id))
            {
                _rows.Add(row);
            }
        }

        _room = Most;
        var over = _rows.Count - Most;
        if (over > 0)
        {
            _ids.ExceptWith(_rows.Take(over).Select(row => row.Id));
            _rows.RemoveRange(0, over);
            IsDetached = true;
        }

        (IsLoadingOlder, Next, SearchedBackTo) = (false, next, searchedBackTo);
        Changed?.Invoke();
    }

    /// <summary>Which rows are unread now; true when that is a difference.</summary>
    public bool SetUnread(IReadOnlySet<long> unread)
    {
        var changed = false;
        foreach (var row in _rows.Concat(_held))
        {
            changed |= row.IsUnread != unread.Contains(row.Id);
            row.IsUnread = unread.Contains(row.Id);
        }

        if (changed)
        {
            Changed?.Invoke();
        }

        return changed;
    }

    /// <summary>All ids that the tab holds.</summary>
    public IReadOnlyCollection<long> Ids => _ids;

    /// <summary>Lines changed their name, number or group; true when a row shows one.</summary>
    public bool SetLines(IReadOnlyDictionary<long, LineRow> lines)
    {
        var changed = false;
        foreach (var row in _rows.Concat(_held))
        {
            if (lines.TryGetValue(row.Message.LineId, out var line) && !ReferenceEquals(line, row.Line))
            {
                row.Line = line;
                changed = true;
            }
        }

        if (changed)
        {
            Changed?.Invoke();
        }

        return changed;
    }

    private bool Take(MessageRow row)
    {
        if (_ids.Contains(row.Id))
        {
            return false;
        }

        // Older than the last row while there is more below: it stands on a later page.
        if (Next is { } next && _rows.Count > 0 && Compare(row.Position, next) < 0)
        {
            return false;
        }

        row.IsNew = true;
        if (!IsHeld && !IsDetached)
        {
            Insert(row);
            return true;
        }

        NewCount++;
        if (!IsDetached && _held.Count < Most)
        {
            _ids.Add(row.Id);
            _held.Add(row);
        }

        return true;
    }

    private void Release()
    {
        foreach (var row in _held)
        {
            _ids.Remove(row.Id);
            Insert(row);
        }

        _held.Clear();
        NewCount = 0;
    }

    private void Insert(MessageRow row)
    {
        if (!_ids.Add(row.Id))
        {
            return;
        }

        var at = _rows.FindIndex(other => Compare(other.Position, row.Position) < 0);
        _rows.Insert(at < 0 ? _rows.Count : at, row);
        if (_rows.Count > _room)
        {
            _ids.Remove(_rows[^1].Id);
            _rows.RemoveAt(_rows.Count - 1);
            (Next, SearchedBackTo) = (_rows[^1].Position, null);
        }
    }

    private void Clear()
    {
        _rows.Clear();
        _held.Clear();
        _ids.Clear();
        (NewCount, IsDetached, Next, SearchedBackTo) = (0, false, null, null);
    }

    private static int Compare(MessagePosition a, MessagePosition b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Id.CompareTo(b.Id);
}
