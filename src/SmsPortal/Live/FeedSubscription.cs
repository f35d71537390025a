using System.Threading.Channels;

namespace SmsPortal.Live;

/// <summary>
/// One tab's place at the feed: a bounded queue. A tab that does not keep up loses batches and is told so; it then reads again by cursor. One slow tab never
/// holds up another.
/// </summary>
public sealed class FeedSubscription : IDisposable
{
    private readonly Channel<FeedBatch> _queue;
    private readonly Action<FeedSubscription> _leave;
    private int _lagged;

    internal FeedSubscription(int capacity, Action<FeedSubscription> leave)
    {
        _leave = leave;
        _queue = Channel.CreateBounded<FeedBatch>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    }

    /// <summary>Batches in order. Completed when the subscription is disposed.</summary>
    public ChannelReader<FeedBatch> Reader => _queue.Reader;

    /// <summary>True once after batches were lost: read again from the store.</summary>
    public bool TakeLagged() => Interlocked.Exchange(ref _lagged, 0) == 1;

    internal void Offer(FeedBatch batch)
    {
        if (!_queue.Writer.TryWrite(batch))
        {
            // Also wakes a reader that emptied the queue meanwhile and went to sleep.
            MarkLagged();
        }
    }

    internal void MarkLagged()
    {
        Volatile.Write(ref _lagged, 1);

        // An empty batch wakes a reader that waits.
        _queue.Writer.TryWrite(new FeedBatch([], []));
    }

    public void Dispose()
    {
        _leave(this);
        _queue.Writer.TryComplete();
    }
}
