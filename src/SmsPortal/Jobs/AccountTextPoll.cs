using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Reads the texts of all lines of an account in one act. The cursor is saved only once its texts are durable.</summary>
internal sealed class AccountTextPoll(VendorGate gate, PollMemory memory, TextKeeper texts, WatchedLines watched, PutOffs putOffs, TimeProvider time, IOptions<PollOptions> options)
{
    private const string Step = "texts";
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt(PollRun run) =>
        run.Vendor is IReadAccountMessages ? putOffs.NotBefore(run.Account.Id, Step, run.Health.NextPollAt) : DateTimeOffset.MaxValue;

    public async Task RunAsync(PollRun run, CancellationToken cancellationToken)
    {
        var account = run.Account.Id;
        if (DueAt(run) > time.GetUtcNow())
        {
            return;
        }

        var isWatched = await watched.AnyAsync(account, time.GetUtcNow(), cancellationToken);
        for (var readings = 1; ; readings++)
        {
            var cursor = run.Health.MessagesCursor;
            var outcome = await gate.CallAsync(account, (vendor, session, stop) => ((IReadAccountMessages)vendor).ReadAccountMessagesAsync(session, cursor, stop), cancellationToken);
            if (!outcome.IsSuccess)
            {
                // Trouble of the whole account has its own back-off; a put-off on top would outlast it.
                if (!run.Ends(outcome.Failure, outcome.WasHeld))
                {
                    putOffs.Failed(account, Step);
                }

                return;
            }

            putOffs.Succeeded(account, Step);
            var reading = outcome.Value;
            var isFirst = run.HistoryReadAt is null;
            var before = run.NewTexts;
            await texts.KeepReadingAsync(run, lineId: 0, reading.Messages, message => HistoryRule.IsHistory(message, run.Account, isFirst), cancellationToken);

            // After a full answer of new rows the next one follows at once, as fast as the vendor's pace between two calls allows: more may be pushed out just now.
            // What webhooks brought already was not missed.
            var isGap = reading.PossibleGap && run.NewTexts > before;
            var isMore = reading.MoreNow || isGap;
            var now = time.GetUtcNow();
            var nextAt = now + (isMore ? AtOnce : run.Interval(isWatched));
            if (!await memory.SaveReadingAsync(account, cursor, reading.NextCursor, nextAt, !reading.MoreNow, isGap, now, cancellationToken))
            {
                return;
            }

            (run.Health.MessagesCursor, run.Health.NextPollAt) = (reading.NextCursor, nextAt);
            run.HistoryReadAt ??= reading.MoreNow ? null : now;
            if (!isMore || readings >= options.Value.ReadingsPerRun || run.Elapsed > options.Value.LongestRun)
            {
                return;
            }
        }
    }
}
