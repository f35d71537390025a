using SmsPortal.Live;

namespace SmsPortal.Web.Pages.Admin;

/// <summary>Tells an admin page when people, access, lines or accounts changed, on whatever node; a burst is told once.</summary>
public sealed class AdminChanges(PortalFeed feed, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls <paramref name="changed"/> after changes of these kinds until cancelled.</summary>
    public async Task FollowAsync(IReadOnlyCollection<FeedChangeKind> kinds, Func<Task> changed, CancellationToken cancellationToken)
    {
        try
        {
            using var subscription = feed.Subscribe();
            while (await subscription.Reader.WaitToReadAsync(cancellationToken))
            {
                var concerns = subscription.TakeLagged();
                while (subscription.Reader.TryRead(out var batch))
                {
                    concerns |= batch.Changes.Any(change => kinds.Contains(change.Kind));
                }

                if (concerns)
                {
                    await changed();
                    await Task.Delay(Pause, time, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the person may no longer be here.
        }
        catch (ObjectDisposedException)
        {
            // The circuit went while a change was on its way.
        }
    }
}
