using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Web.SignIn;

namespace SmsPortal.Web.Tabs;

/// <summary>
/// One tab's share of the feed: one bounded subscription per circuit, filtered by what the person may see, handed on at once while the node has
/// room and at most ten times a second when it is full of tabs, so that a flood becomes a few renders, and a message for a line one may not see becomes none.
/// </summary>
public sealed class TabFeed(PortalFeed feed, CurrentPerson person, TimeProvider time, ILogger<TabFeed> log) : IDisposable
{
    /// <summary>The time between two renders on a node that is full of tabs.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    // A render takes about 0.1 ms of a processor: in a flood all tabs of the node together take at most a third of one.
    private static readonly TimeSpan PausePerTab = TimeSpan.FromMicroseconds(300);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OldestScope = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan OldestScopeWhileCut = TimeSpan.FromSeconds(3);

    private readonly List<ITabListener> _listeners = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource<AccessScope?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedSubscription? _subscription;
    private ITabStage? _stage;
    private CancellationTokenRegistration _ended;

    /// <summary>What the person may see; null before the start, and when the person may no longer be here.</summary>
    public AccessScope? Scope { get; private set; }

    /// <summary>The newest message id that reached this node: what "all" means at this moment.</summary>
    public long Newest => feed.Cursor;

    /// <summary>True while announcements of other nodes arrive.</summary>
    public bool IsLive => feed.IsConnected;

    private TimeSpan Pause => TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, PausePerTab.Ticks * feed.SubscriptionCount));

    /// <summary>Waits until the feed stands, so that what is read afterwards misses nothing; null when nobody is signed in.</summary>
    public Task<AccessScope?> ReadyAsync() => _ready.Task;

    /// <summary>Subscribes. The layout's stage calls it before any page takes its snapshot; a later stage of the same circuit takes over.</summary>
    internal async Task<AccessScope?> StartAsync(ITabStage stage)
    {
        _stage = stage;
        if (_subscription is not null)
        {
            return await ReadyAsync();
        }

        _subscription = feed.Subscribe();
        Scope = await person.ScopeAsync();
        if (Scope is null)
        {
            Dispose();
        }
        else
        {
            _ended = person.IsEnded.Register(Dispose);
            _ = Task.Run(PumpAsync);
        }

        _ready.TrySetResult(Scope);
        return Scope;
    }

    /// <summary>Listens until the result is disposed.</summary>
    public IDisposable Listen(ITabListener listener)
    {
        lock (_listeners)
        {
            _listeners.Add(listener);
        }

        return new Leaving(() =>
        {
            lock (_listeners)
            {
                _listeners.Remove(listener);
            }
        });
    }

    public void Dispose()
    {
        _ended.Unregister();
        _subscription?.Dispose();
        if (!_ending.IsCancellationRequested)
        {
            _ending.Cancel();
        }
    }

    private async Task PumpAsync()
    {
        // Owed: something was taken from the queue and not shown; the cursor repairs it, so the next round reads again.
        var owed = false;
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                if (!owed && !await _subscription!.Reader.WaitToReadAsync(_ending.Token))
                {
                    return;
                }

                if (await DrainAsync(owed) is not { } batch)
                {
                    Dispose();
                    return;
                }

                owed = false;
                if (!batch.IsEmpty)
                {
                    await _stage!.InvokeAsync(async () => owed = !await ShowAsync(batch));
                    await Task.Delay(owed ? AfterFailure : Pause, time, _ending.Token);
                }
            }
            catch (Exception) when (_ending.IsCancellationRequested)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                // The circuit went while a batch was on its way.
                return;
            }
            catch (Exception failure)
            {
                // A tab that stands still and says "Live" would be the worst of all.
                log.LogWarning("A tab could not follow the feed ({Reason}); it reads again", failure.Message);
                owed = true;
                await WaitAsync();
            }
        }
    }

    private async Task WaitAsync()
    {
        try
        {
            await Task.Delay(AfterFailure, time, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The tab is gone.
        }
    }

    // In order, so that a message after a revoked grant is judged by the scope after it.
    private async Task<TabBatch?> DrainAsync(bool owed)
    {
        List<StoredMessage> messages = [];
        List<FeedChange> changes = [];
        var readAgain = _subscription!.TakeLagged() || owed;
        var marksChanged = false;

        // A change of access is told; a scope that is old all the same is the net for one that was not.
        if ((readAgain || time.GetUtcNow() - Scope!.ReadAt > (feed.IsConnected ? OldestScope : OldestScopeWhileCut)) && !await ScopeAgainAsync())
        {
            return null;
        }

        while (_subscription.Reader.TryRead(out var batch))
        {
            messages.AddRange(batch.Messages.Where(message => Scope!.Sees(message)));
            foreach (var change in batch.Changes)
            {
                switch (change.Kind)
                {
                    case FeedChangeKind.Access or FeedChangeKind.Person when change.Concerns(Scope!.Viewer.UserId.ToString()):
                        if (!await ScopeAgainAsync())
                        {
                            return null;
                        }

                        messages.RemoveAll(message => !Scope!.Sees(message));
                        readAgain = true;
                        break;
                    case FeedChangeKind.Read when change.Concerns(Scope!.Viewer.UserId.ToString()):
                        marksChanged = true;
                        break;
                    case FeedChangeKind.Line or FeedChangeKind.Account:
                        changes.Add(change);
                        break;
                }
            }
        }

        return new TabBatch(Scope!, messages, changes, readAgain || _subscription.TakeLagged(), marksChanged);
    }

    private async Task<bool> ScopeAgainAsync()
    {
        Scope = await person.ScopeAsync();
        return Scope is not null;
    }

    private async Task<bool> ShowAsync(TabBatch batch)
    {
        ITabListener[] listeners;
        lock (_listeners)
        {
            listeners = [.. _listeners];
        }

        var isShown = true;
        List<ITabListener> changed = [];
        foreach (var listener in listeners)
        {
            try
            {
                if (await listener.TakeAsync(batch))
                {
                    changed.Add(listener);
                }
            }
            catch (OperationCanceledException)
            {
                // This part of the tab was left meanwhile; the others go on.
            }
            catch (ObjectDisposedException)
            {
                // Likewise.
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A part of a tab could not take a batch");
                isShown = false;
            }
        }

        if (changed.Count > 0)
        {
            _stage!.RenderTogether(changed);
        }

        return isShown;
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
