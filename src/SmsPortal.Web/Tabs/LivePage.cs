using Microsoft.AspNetCore.Components;
using SmsPortal.Storage;
using SmsPortal.Web.Components;

namespace SmsPortal.Web.Tabs;

/// <summary>A page that reads what it shows when it opens, when the feed says that it changed, and every few seconds where nobody tells.</summary>
public abstract class LivePage : ComponentBase, ITabListener, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _listening;
    private int _read;

    [Inject]
    protected TabFeed Feed { get; set; } = null!;

    [Inject]
    protected ViewerClock Clock { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    /// <summary>True once something was read for what the address says now.</summary>
    protected bool IsLoaded { get; set; }

    /// <summary>Why nothing could be read.</summary>
    protected LoadFailure? Failure { get; private set; }

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>The person; null before the feed stands.</summary>
    protected Viewer? Viewer => Feed.Scope?.Viewer;

    /// <summary>How often it is read without being told; zero = never.</summary>
    protected virtual TimeSpan Beat => TimeSpan.Zero;

    /// <summary>Reads; the result puts what was read in place, unless a later reading began meanwhile.</summary>
    protected abstract Task<Action> ReadAsync(Viewer viewer);

    /// <summary>True when the page must read again.</summary>
    protected abstract bool Concerns(TabBatch batch);

    /// <summary>Takes in what needs no reading; true when there is something to render.</summary>
    protected virtual bool Take(TabBatch batch) => false;

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && await Feed.ReadyAsync() is not null)
        {
            // The feed stands: what happens while the page reads is told afterwards.
            _listening = Feed.Listen(this);
            if (Beat > TimeSpan.Zero)
            {
                _ = BeatAsync();
            }
        }
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>Reads now.</summary>
    protected async Task LoadAsync()
    {
        if (Viewer is not { } viewer || !RendererInfo.IsInteractive)
        {
            return;
        }

        var read = ++_read;
        try
        {
            var put = await ReadAsync(viewer);
            if (read == _read)
            {
                put();
                (IsLoaded, Failure) = (true, null);
            }
        }
        catch (Exception failure) when (LoadFailure.IsExpected(failure))
        {
            var explained = LoadFailure.Explain(failure, Loggers.CreateLogger(GetType()));

            // What stands stays: it is read again in a moment.
            Failure = IsLoaded ? null : explained;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    async ValueTask<bool> ITabListener.TakeAsync(TabBatch batch)
    {
        if (batch.ReadAgain || Concerns(batch))
        {
            await LoadAsync();
            return true;
        }

        return Take(batch);
    }

    void ITabListener.Render() => StateHasChanged();

    public virtual async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        await _leaving.CancelAsync();
        GC.SuppressFinalize(this);
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_leaving.Token))
            {
                await InvokeAsync(async () =>
                {
                    await LoadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left, or its circuit is gone.
        }
        catch (Exception broken)
        {
            await DispatchExceptionAsync(broken);
        }
    }
}
