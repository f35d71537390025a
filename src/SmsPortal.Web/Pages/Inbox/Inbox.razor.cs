using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SmsPortal.Jobs;
using SmsPortal.Live;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>All messages one may see, newest first, live. The address holds the filters and the open message; <see cref="InboxState"/> holds the rows.</summary>
public sealed partial class Inbox : ITabListener, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private InboxQuery _query = new();
    private InboxQuery? _loaded;
    private MessageFilter _filter = new();
    private FilterChoices _choices = FilterChoices.None;
    private IReadOnlyList<string> _searchErrors = [];
    private string _announcement = "";
    private string _listUrl = "inbox";
    private string? _lineName;
    private bool _marking;
    private bool _knowsChoices;
    private int _load;
    private IDisposable? _listening;
    private IDisposable? _watching;
    private InboxWatcher? _watcher;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private UnreadCount Unread { get; set; } = null!;

    [Inject]
    private InboxReader Reader { get; set; } = null!;

    [Inject]
    private ReadDesk Desk { get; set; } = null!;

    [Inject]
    private ReadingQueries Reading { get; set; } = null!;

    [Inject]
    private LineDirectory Lines { get; set; } = null!;

    [Inject]
    private LineQueries LineQueries { get; set; } = null!;

    [Inject]
    private ViewerClock Clock { get; set; } = null!;

    [Inject]
    private Watch Watch { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "line")]
    private long? Line { get; set; }

    [SupplyParameterFromQuery(Name = "group")]
    private int? Group { get; set; }

    [SupplyParameterFromQuery(Name = "vendor")]
    private string? Vendor { get; set; }

    [SupplyParameterFromQuery(Name = "unread")]
    private string? UnreadOnly { get; set; }

    [SupplyParameterFromQuery(Name = "code")]
    private string? WithCode { get; set; }

    [SupplyParameterFromQuery(Name = "dir")]
    private string? Direction { get; set; }

    [SupplyParameterFromQuery(Name = "since")]
    private string? Since { get; set; }

    [SupplyParameterFromQuery(Name = "m")]
    private long? Message { get; set; }

    private InboxState State { get; } = new();

    private Viewer? Viewer => Feed.Scope?.Viewer;

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && await Feed.ReadyAsync() is not null)
        {
            // The feed stands: what arrives while the first page is read waits in the state.
            _listening = Feed.Listen(this);
            WatchLines();
            Unread.Changed += StateHasChanged;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _query = new InboxQuery
        {
            Search = Text(Search), Line = Line, Group = Group, Vendor = Text(Vendor), Unread = UnreadOnly == "1", Code = WithCode == "1",
            Direction = Direction is "in" or "out" ? Direction : null, Since = Text(Since), Message = Message,
        };
        if (Viewer is not null && _query.List != _loaded)
        {
            (_loaded, _listUrl) = (_query.List, _query.List.Url);
            State.Begin();
            await ReloadAsync();
        }

        static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    private async Task ReloadAsync()
    {
        var load = ++_load;
        try
        {
            await ReadFilterAsync();
            var (rows, page) = await Reader.PageAsync(Viewer!, _filter, null, InboxState.PageSize, _leaving.Token);
            if (rows.Count == 0)
            {
                await EnsureChoicesAsync();
            }

            if (load == _load)
            {
                State.Show(rows, page.Next, page.SearchedBackTo);
            }
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure))
        {
            if (load == _load)
            {
                State.Fail(Reader.Explain(failure, _filter.Searches));
            }
        }
    }

    private async Task ReadAgainAsync()
    {
        var load = ++_load;
        try
        {
            await ReadFilterAsync();
            var take = Math.Clamp(State.Rows.Count, InboxState.PageSize, InboxState.Most);
            var (rows, page) = await Reader.PageAsync(Viewer!, _filter, null, take, _leaving.Token);
            if (load == _load)
            {
                State.ShowAgain(rows, page.Next, page.SearchedBackTo);
            }
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure) && load == _load)
        {
            State.Fail(Reader.Explain(failure, _filter.Searches));

            // The feed owes this tab what it could not read, and comes again.
            throw;
        }
    }

    private async Task ReadFilterAsync()
    {
        if (_query.Group is not null || _query.Search?.Contains("group:", StringComparison.OrdinalIgnoreCase) == true)
        {
            await EnsureChoicesAsync();
        }

        var read = InboxFilters.Read(_query, new SearchContext(_choices.Groups, Clock.Today, Clock.StartOf), Clock.Now);
        (_filter, _searchErrors) = (read.Filter, read.Errors);
        _lineName = _query.Line is { } line ? (await LineQueries.FindAsync(Viewer!, line, _leaving.Token))?.DisplayName : null;
    }

    private async Task EnsureChoicesAsync()
    {
        if (!_knowsChoices && Viewer is { } viewer)
        {
            _choices = await Reading.ChoicesAsync(viewer, _leaving.Token);
            _knowsChoices = true;
        }
    }

    private async Task LoadOlderAsync()
    {
        if (State.IsLoadingOlder || State.Next is not { } next)
        {
            return;
        }

        var load = _load;
        State.BeginOlder();
        try
        {
            var (rows, page) = await Reader.PageAsync(Viewer!, _filter, next, InboxState.PageSize, _leaving.Token);
            if (load == _load)
            {
                State.Append(rows, page.Next, page.SearchedBackTo);
            }
        }
        catch (Exception failure) when (InboxReader.IsExpected(failure))
        {
            if (load != _load)
            {
                return;
            }

            State.Fail(Reader.Explain(failure, _filter.Searches));
        }
    }

    private async Task ShowNewAsync()
    {
        if (State.MustReadForNew)
        {
            State.Begin();
            await ReloadAsync();
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

    private async Task MarkAllAsync()
    {
        _marking = true;
        try
        {
            // With a filter, "these" are the rows that are here: nobody marks what she did not ask to see.
            if (_query.Narrows)
            {
                await Desk.MarkAsync(Viewer!, State.Ids, read: true, _leaving.Token);
            }
            else
            {
                await Desk.MarkAllAsync(Viewer!, Feed.Newest, _leaving.Token);
            }
        }
        finally
        {
            _marking = false;
        }
    }
}
