using System.Collections.Concurrent;
using SmsPortal.Live;

namespace SmsPortal.Tests.Trouble;

/// <summary>What one subscription, as a tab has one, was handed: every text with how often it came.</summary>
internal sealed class FeedRecord : IDisposable
{
    private readonly FeedSubscription _subscription;
    private readonly ConcurrentQueue<string> _bodies = new();

    public FeedRecord(PortalFeed feed)
    {
        _subscription = feed.Subscribe();
        _ = Task.Run(async () =>
        {
            await foreach (var batch in _subscription.Reader.ReadAllAsync())
            {
                foreach (var message in batch.Messages)
                {
                    _bodies.Enqueue(message.Body);
                }
            }
        });
    }

    public IReadOnlyList<string> Bodies => [.. _bodies];

    public void Dispose() => _subscription.Dispose();
}
