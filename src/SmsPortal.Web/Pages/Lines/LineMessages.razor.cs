using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Pages.Inbox;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Lines;

/// <summary>The texts of one line, live, in the rows of the inbox. A row opens in the inbox, narrowed to the line.</summary>
public sealed partial class LineMessages : ITabListener, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string _listUrl = "";
    private IDisposable? _listening;
    private InboxWatcher? _watcher;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private InboxReader Reader { get; set; } = null!;

    [Inject]
    private ReadDesk Desk { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Parameter, EditorRequired]
    public required long LineId { get; set; }

    private InboxState State { get; } = new();

    private MessageFilter Filter => new() { LineId = LineId };

    protected override async Task OnInitializedAsync()
    {
        _listUrl = new InboxQuery { Line = LineId }.Url;
        _listening = Feed.Listen(this);
        await LoadAsync();
    }

    async ValueTask<bool> ITabListener.TakeAsync(TabBatch batch)
    {
        if (batch.ReadAgain)
        {
            await ReadAsync((rows, page) => State.ShowAgain(rows, page.Next, page.SearchedBackTo), null, Math.Clamp(State.Rows.Count, InboxState.PageSize, InboxState.Most));
            return true;
        }

        var changed = batch.Messages.Any(message => message.LineId == LineId)
            && State.Take(await Reader.RowsAsync([.. batch.Messages.Where(message => message.LineId == LineId)], _leaving.Token)) > 0;
        if (batch.MarksChanged && State.Ids.Count > 0)
        {
            changed |= State.SetUnread(await Desk.UnreadAmongAsync(batch.Scope.Viewer, State.Ids, _leaving.Token));
        }

        return changed;
    }

    void ITabListener.Render() => StateHasChanged();

    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _leaving.CancelAsync();
        if (_watcher is not null)
        {
            await _watcher.DisposeAsync();
        }
    }

    private Task LoadAsync()
    {
        State.Begin();
        return ReadAsync((rows, page) => State.Show(rows, page.Next, page.SearchedBackTo), null, InboxState.PageSize);
    }

    private Task LoadOlderAsync()
    {
        if (State.IsLoadingOlder || State.Next is not { } next)
        {
            return Task.CompletedTask;
        }

        State.BeginOlder();
        return ReadAsync((rows, page) => State.Append(rows, page.Next, page.SearchedBackTo), next, InboxState.PageSize);
    }

    private async Task ReadAsync(Action<IReadOnlyList<MessageRow>, MessagePage> put, MessagePosition? before, int take)
    {
        if (Feed.Scope?.Viewer is not { } viewer)
        {
            return;
        }

        try
        {
            var (rows, page) = await Reader.PageAsync(viewer, Filter, before, take, _leaving.Token);
            put(rows, page);
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure))
        {
            State.Fail(Reader.Explain(failure, searching: false));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private async Task ShowNewAsync()
    {
        if (State.MustReadForNew)
        {
            await LoadAsync();
        }
        else
        {
            State.ShowNew();
        }

        if (_watcher is not null)
        {
            await _watcher.ToTopAsync();
        }
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
        State.Hold(hold);
        StateHasChanged();
    });

    private async Task OlderSeenAsync()
    {
        var older = LoadOlderAsync();
        StateHasChanged();
        await older;
        StateHasChanged();
    }
}
