using System.Globalization;
using Microsoft.AspNetCore.Components;
using SmsPortal.Live;
using SmsPortal.Web.Components;
using SmsPortal.Web.Resources;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>The inbox's part that hears of new things and of the scrolling browser.</summary>
public sealed partial class Inbox
{
    async ValueTask<bool> ITabListener.TakeAsync(TabBatch batch)
    {
        if (batch.ReadAgain)
        {
            _knowsChoices = false;
            WatchLines();
            await ReadAgainAsync();
            return true;
        }

        var changed = await TakeMessagesAsync(batch);
        if (batch.Changes.Where(change => change.Kind == FeedChangeKind.Line).Select(change => change.Id).ToList() is { Count: > 0 } lines)
        {
            changed |= await TakeLinesAsync(lines);
        }

        if (batch.MarksChanged && State.Ids.Count > 0)
        {
            changed |= State.SetUnread(await Desk.UnreadAmongAsync(batch.Scope.Viewer, State.Ids, _leaving.Token));
        }

        return changed;
    }

    void ITabListener.Render() => StateHasChanged();

    public async ValueTask DisposeAsync()
    {
        Unread.Changed -= StateHasChanged;
        _listening?.Dispose();
        _watching?.Dispose();
        await _leaving.CancelAsync();
        if (_watcher is not null)
        {
            await _watcher.DisposeAsync();
        }
    }

    // An open inbox asks for its lines to be polled soon; what may be seen can change.
    private void WatchLines()
    {
        _watching?.Dispose();
        _watching = Feed.Scope is { } scope ? Watch.WatchInbox(scope) : null;
    }

    private async Task<bool> TakeMessagesAsync(TabBatch batch)
    {
        if (batch.Messages.Count == 0)
        {
            return false;
        }

        var groupName = _choices.Groups.FirstOrDefault(group => group.Id == _filter.GroupId)?.Name;
        var rows = (await Reader.RowsAsync(batch.Messages, _leaving.Token)).Where(row => FilterMatch.Matches(_filter, row.Message, row.Line, groupName)).ToList();
        var taken = State.Take(rows);
        if (taken > 0)
        {
            _announcement = taken == 1
                ? Words.Of(rows[^1].Message.Code is null ? Strings.SaidNew : Strings.SaidNewCode, HiddenCharacters.Replace(rows[^1].Sender), rows[^1].LineName, rows[^1].Message.Code)
                : Words.Of(Strings.SaidNewMany, taken);
        }

        return taken > 0;
    }

    private async Task<bool> TakeLinesAsync(List<string> changed)
    {
        var shown = State.Rows.Select(row => row.Message.LineId).ToHashSet();
        var ids = changed.Contains("*") ? shown : changed.Select(id => long.TryParse(id, CultureInfo.InvariantCulture, out var line) ? line : 0).Where(shown.Contains).ToHashSet();
        return ids.Count > 0 && State.SetLines(await Lines.GetAsync(ids, _leaving.Token));
    }

    // The list stands anew after each loading state.
    private async Task WatchListAsync(ElementReference list)
    {
        if (_watcher is not null)
        {
            await _watcher.DisposeAsync();
        }

        _watcher = await InboxWatcher.StartAsync(Script, list, HoldAsync, () => InvokeAsync(OlderSeenAsync));
    }

    private Task HoldAsync(bool hold) => InvokeAsync(() =>
    {
        var waiting = State.NewCount;
        State.Hold(hold);
        if (State.NewCount != waiting)
        {
            StateHasChanged();
        }
    });

    private async Task OlderSeenAsync()
    {
        var older = LoadOlderAsync();
        StateHasChanged();
        await older;
        StateHasChanged();
    }
}
