using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Intake;

/// <summary>
/// The one door in. Poll and webhook both end here: normalise, find the line and the code, store in group commits, hand what was really new to the feed.
/// A call returns only once its texts are durable.
/// </summary>
public sealed class MessageIntake(LineFinder lines, MessageWriter writer, PortalFeed feed, TimeProvider time, IOptions<IntakeOptions> options, ILogger<MessageIntake> log) : BackgroundService
{
    private readonly Channel<IntakeWork> _queue = Channel.CreateBounded<IntakeWork>(new BoundedChannelOptions(options.Value.QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Takes texts in and returns when they are committed.</summary>
    /// <param name="accountId">The account they came from.</param>
    /// <param name="messages">What the vendor said, oldest first.</param>
    /// <param name="way">How they came.</param>
    /// <param name="history">True for what a first complete read returns: read, never forwarded.</param>
    /// <param name="cancellationToken">The caller gave up; texts that were queued already may still be stored.</param>
    /// <returns>For each text its id and whether it was new.</returns>
    /// <exception cref="NpgsqlException">Nothing was stored; try again later.</exception>
    public async Task<IReadOnlyList<WrittenMessage>> TakeInAsync(int accountId, IReadOnlyList<VendorMessage> messages, ArrivalWay way, bool history, CancellationToken cancellationToken)
    {
        var work = await PrepareAsync(accountId, messages, way, history, cancellationToken);
        await Task.WhenAll(work.Select(item => _queue.Writer.WriteAsync(item, cancellationToken).AsTask()));
        return await Task.WhenAll(work.Select(item => item.Done.Task)).WaitAsync(cancellationToken);
    }

    /// <summary>As <see cref="TakeInAsync"/> for webhooks, which the vendor sends again: does not wait for a place in a full queue.</summary>
    /// <exception cref="IntakeBusyException">The queue is full: answer 503 with Retry-After.</exception>
    public async Task<IReadOnlyList<WrittenMessage>> TakeInOrRefuseAsync(int accountId, IReadOnlyList<VendorMessage> messages, CancellationToken cancellationToken)
    {
        var work = await PrepareAsync(accountId, messages, ArrivalWay.Webhook, history: false, cancellationToken);
        foreach (var item in work)
        {
            if (!_queue.Writer.TryWrite(item))
            {
                throw new IntakeBusyException();
            }
        }

        return await Task.WhenAll(work.Select(item => item.Done.Task)).WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new IntakeBatch(options.Value.RowsPerCommit);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            // No timer: an idle system commits one text at once, a busy one as many as came meanwhile.
            while (batch.Fill(_queue.Reader))
            {
                await CommitAsync(batch.Take());
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    private async Task<IntakeWork[]> PrepareAsync(int accountId, IReadOnlyList<VendorMessage> messages, ArrivalWay way, bool history, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var work = new IntakeWork[messages.Count];
        for (var i = 0; i < work.Length; i++)
        {
            var lineId = await lines.FindAsync(accountId, messages[i], cancellationToken);
            work[i] = new IntakeWork(MessageNormaliser.Normalise(messages[i], accountId, lineId, way, history, now));
        }

        return work;
    }

    private async Task CommitAsync(IReadOnlyList<IntakeWork> batch, bool mayRepeat = true)
    {
        try
        {
            using var limit = new CancellationTokenSource(options.Value.CommitTimeout, time);
            await StoreAsync(batch, limit.Token);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DeadlockDetected && mayRepeat)
        {
            await CommitAsync(batch, mayRepeat: false);
        }
        catch (PostgresException failure) when (batch.Count > 1 && !failure.IsTransient)
        {
            // One text that PostgreSQL refuses must not take the others with it.
            log.LogError(failure, "A batch of {Count} texts was refused; storing them one by one", batch.Count);
            foreach (var one in batch)
            {
                await CommitAsync([one]);
            }
        }
        catch (Exception failure)
        {
            // Whatever it was, the door stays open for the next batch; who waits is told, and nothing counts as taken in.
            log.LogWarning("{Count} texts were not stored: {Reason}", batch.Count, failure.Message);
            foreach (var work in batch)
            {
                work.Done.TrySetException(failure as NpgsqlException ?? new NpgsqlException("The store did not answer.", failure));
            }
        }
    }

    private async Task StoreAsync(IReadOnlyList<IntakeWork> batch, CancellationToken cancellationToken)
    {
        // From here to the hand-over the listener leaves this batch alone; else it would read from the store what is at hand.
        feed.BeginOwnBatch();
        try
        {
            var written = await writer.WriteAsync([.. batch.Select(work => work.Message)], cancellationToken);
            var now = time.GetUtcNow();
            var fresh = batch.Select((work, i) => (work.Message, Item: written.Items[i])).Where(pair => pair.Item.IsNew).Select(pair => pair.Message.ToStored(pair.Item.MessageId, now)).OrderBy(message => message.Id).ToList();

            // The commit stands: first those who wait for it, then the tabs of this node.
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Done.TrySetResult(written.Items[i]);
            }

            if (fresh.Count > 0)
            {
                await TellAsync(feed.PublishCommittedAsync(fresh, written.CursorBefore, written.CursorAfter, cancellationToken));
            }
        }
        finally
        {
            await TellAsync(feed.EndOwnBatchAsync(cancellationToken));
        }
    }

    private async Task TellAsync(Task telling)
    {
        try
        {
            await telling;
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException or IOException)
        {
            // The listener's notification or its net brings them.
            log.LogWarning("New texts could not be handed to the feed at once: {Reason}", failure.Message);
        }
    }
}
