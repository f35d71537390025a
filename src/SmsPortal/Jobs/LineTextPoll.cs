using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Reads the texts of the lines that are due, in claimed batches, several at a time.</summary>
internal sealed class LineTextPoll(VendorGate gate, PollClaims claims, LineWriter lines, TextKeeper texts, CheckAsking asking, TimeProvider time, IOptions<PollOptions> options)
{
    private static readonly LineKind[] AllKinds = Enum.GetValues<LineKind>();

    /// <summary>The kinds of line that the vendor reads one by one.</summary>
    public static IReadOnlyList<LineKind> KindsOf(IVendor vendor) => vendor is IReadLineMessages reads ? [.. AllKinds.Where(reads.ReadsByLine)] : [];

    public async Task RunAsync(PollRun run, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(run.Vendor);
        var seen = new HashSet<long>();
        while (kinds.Count > 0 && run.HeldFor is null && run.Elapsed < options.Value.LongestRun)
        {
            var lease = Guid.NewGuid();
            var claimedAt = time.GetTimestamp();
            var now = time.GetUtcNow();
            var claimed = await claims.ClaimAsync(run.Account.Id, kinds, options.Value.LinesPerClaim, lease, now, now + options.Value.LeaseTime, cancellationToken);
            var fresh = claimed.Where(line => seen.Add(line.Id)).ToList();
            await PollAsync(run, lease, claimedAt, claimed, fresh, cancellationToken);
            if (fresh.Count < options.Value.LinesPerClaim)
            {
                return;
            }
        }
    }

    private async Task PollAsync(PollRun run, Guid lease, long claimedAt, IReadOnlyList<ClaimedLine> claimed, IReadOnlyList<ClaimedLine> fresh, CancellationToken cancellationToken)
    {
        var polled = new ConcurrentBag<PolledLine>();
        try
        {
            await Parallel.ForEachAsync(fresh, new ParallelOptions { MaxDegreeOfParallelism = options.Value.LinesAtOnce, CancellationToken = cancellationToken }, async (line, stop) =>
            {
                // A call that might outlive the claim is not begun.
                if (run.HeldFor is null && options.Value.LeaseTime - time.GetElapsedTime(claimedAt) > options.Value.LeaseReserve && await PollAsync(run, line, stop) is { } result)
                {
                    polled.Add(result);
                }
            });
        }
        finally
        {
            // Also when the job is stopped: what was read counts, the rest is free for others.
            await claims.CompleteAsync(lease, [.. polled], time.GetUtcNow(), CancellationToken.None);
            if (polled.Count < claimed.Count)
            {
                await claims.ReleaseAsync(lease, [.. claimed.Select(line => line.Id)], CancellationToken.None);
            }
        }
    }

    /// <summary>One line; null when the account is in trouble and the line stays due.</summary>
    private async Task<PolledLine?> PollAsync(PollRun run, ClaimedLine line, CancellationToken cancellationToken)
    {
        if (run.Vendor is IRequestChecks)
        {
            await asking.StopExpiredAsync(line, cancellationToken);
        }

        var outcome = await gate.CallAsync(run.Account.Id, (vendor, session, stop) => ((IReadLineMessages)vendor).ReadLineMessagesAsync(session, line.ToVendorLine(), stop), cancellationToken);
        if (!outcome.IsSuccess)
        {
            return run.Ends(outcome.Failure, outcome.WasHeld) ? null : new PolledLine(line.Id, time.GetUtcNow() + PutOff(line), outcome.Failure.Message, WasRead: false, null);
        }

        var reading = outcome.Value;
        await texts.KeepReadingAsync(run, line.Id, reading.Messages, message => HistoryRule.IsHistory(message, line, run.HistoryReadAt), cancellationToken);
        if (reading.Line?.Number is { } number && number != line.Number)
        {
            await lines.SaveAsync(run.Account.Id, [new VendorLine(line.LineKey, line.Kind) { Number = number }], cancellationToken);
        }

        // An SMSPool rental that sleeps shows no texts: its past is still unread.
        var wasRead = reading.Line?.Available is not false;
        var isWatched = line.WatchedUntil > time.GetUtcNow();
        if (run.Vendor is IRequestChecks)
        {
            // Only now that its past is read: what a check brings is new.
            await asking.AskAsync(run, line, reading.Messages, isWatched, cancellationToken);
        }

        var wait = reading.MoreNow || reading.PossibleGap ? TimeSpan.Zero : run.Interval(isWatched);
        return new PolledLine(line.Id, time.GetUtcNow() + wait, null, wasRead, reading.Line);
    }

    // The step before is seen in the line's own times, so the next one needs no counter.
    private TimeSpan PutOff(ClaimedLine line)
    {
        var before = line is { PollFailure: not null, PolledAt: { } polledAt, PollDueAt: { } dueAt } && dueAt > polledAt ? (dueAt - polledAt) * 2 : options.Value.FirstPutOff;
        return before < options.Value.FirstPutOff ? options.Value.FirstPutOff : before > options.Value.LongestPutOff ? options.Value.LongestPutOff : before;
    }
}
