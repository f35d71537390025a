using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using SmsPortal.Storage;

namespace SmsPortal.Live;

/// <summary>
/// The node's feed: reads every committed message once, in commit order, and hands it to all subscriptions. Intake of this node hands its batch over
/// directly after the commit; what other nodes commit is announced by NOTIFY and read from the store by cursor.
/// </summary>
public sealed class PortalFeed(MessageQueries messages, ILogger<PortalFeed> log)
{
    private const int ReadAtOnce = 1000;
    private readonly SemaphoreSlim _turn = new(1);
    private ImmutableArray<FeedSubscription> _subscriptions = [];
    private long _cursor = -1;
    private long _announced;
    private int _ownBatches;

    /// <summary>The id of the last message that was handed out; -1 before the feed stands.</summary>
    public long Cursor => Volatile.Read(ref _cursor);

    /// <summary>How many tabs listen on this node.</summary>
    public int SubscriptionCount => _subscriptions.Length;

    /// <summary>True while announcements of other nodes arrive; false = the tabs show what this node knows and read again once it is back.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Subscribe first, then take the snapshot, then drain: nothing falls between.</summary>
    public FeedSubscription Subscribe(int capacity = 256)
    {
        var subscription = new FeedSubscription(capacity, gone => ImmutableInterlocked.Update(ref _subscriptions, list => list.Remove(gone)));
        ImmutableInterlocked.Update(ref _subscriptions, list => list.Add(subscription));
        return subscription;
    }

    /// <summary>Called by intake after its commit, never before.</summary>
    internal async Task PublishCommittedAsync(IReadOnlyList<StoredMessage> batch, long cursorBefore, long cursorAfter, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_cursor == cursorBefore)
            {
                HandOut(new FeedBatch(batch, []));
                Volatile.Write(ref _cursor, cursorAfter);
            }
            else if (_cursor >= 0 && _cursor < cursorAfter)
            {
                await CatchUpAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Called by intake before it commits: what is announced until <see cref="EndOwnBatchAsync"/> is most likely that batch, which need not be read.</summary>
    internal void BeginOwnBatch() => Interlocked.Increment(ref _ownBatches);

    /// <summary>The batch was handed over, or failed: what was announced meanwhile and is not handed out yet is read now.</summary>
    internal async Task EndOwnBatchAsync(CancellationToken cancellationToken)
    {
        Interlocked.Decrement(ref _ownBatches);
        if (Interlocked.Read(ref _announced) > Cursor && Cursor >= 0)
        {
            await ReadOnAsync(cancellationToken);
        }
    }

    /// <summary>A message with that id was committed somewhere.</summary>
    internal async Task AnnouncedAsync(long newestId, CancellationToken cancellationToken)
    {
        for (var known = Interlocked.Read(ref _announced); newestId > known;)
        {
            var found = Interlocked.CompareExchange(ref _announced, newestId, known);
            known = found == known ? newestId : found;
        }

        if (newestId > Cursor && Volatile.Read(ref _ownBatches) == 0)
        {
            await ReadOnAsync(cancellationToken);
        }
    }

    /// <summary>Reads on from the cursor; the first call only finds where the store stands.</summary>
    internal async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_cursor < 0)
            {
                Volatile.Write(ref _cursor, await messages.NewestIdAsync(cancellationToken));
            }

            await CatchUpAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal void Announce(FeedChange change) => HandOut(FeedBatch.Of(change));

    /// <summary>The listener lost or found its connection; after a loss every tab reads again, since changes beside messages may be gone.</summary>
    internal void SetConnected(bool connected)
    {
        var back = connected && !IsConnected;
        IsConnected = connected;
        if (back)
        {
            log.LogDebug("The feed's connection stands; {Count} tabs read again", _subscriptions.Length);
            foreach (var subscription in _subscriptions)
            {
                subscription.MarkLagged();
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<StoredMessage> read;
        do
        {
            read = await messages.AfterAsync(_cursor, ReadAtOnce, cancellationToken);
            if (read.Count > 0)
            {
                HandOut(new FeedBatch(read, []));
                Volatile.Write(ref _cursor, read[^1].Id);
            }
        }
        while (read.Count == ReadAtOnce);
    }

    private void HandOut(FeedBatch batch)
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(batch);
        }
    }
}
