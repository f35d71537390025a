using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Lists the lines of an account: at connect, then every few minutes. A line is gone after three complete lists without it (<see cref="LineWriter"/>).</summary>
internal sealed class LineListPoll(VendorGate gate, PollMemory memory, LineWriter lines, PutOffs putOffs, TimeProvider time, IOptions<PollOptions> options)
{
    private const string Step = "lines";

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt(PollRun run) =>
        run.Vendor is IListLines ? putOffs.NotBefore(run.Account.Id, Step, run.Health.LinesListedAt + (run.IsInboxOpen ? options.Value.LinesEveryWatched : options.Value.LinesEvery)) : DateTimeOffset.MaxValue;

    public async Task RunAsync(PollRun run, CancellationToken cancellationToken)
    {
        var account = run.Account.Id;
        if (DueAt(run) > time.GetUtcNow())
        {
            return;
        }

        var outcome = await gate.CallAsync(account, static (vendor, session, stop) => ((IListLines)vendor).ListLinesAsync(session, stop), cancellationToken);
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
        var before = run.Health.LinesListedAt;
        var now = time.GetUtcNow();
        if (!await memory.BeginListAsync(account, before, now, cancellationToken))
        {
            // Another node listed meanwhile: ours is the older list.
            return;
        }

        await lines.SaveListAsync(account, outcome.Value, cancellationToken);
        run.Health.LinesListedAt = now;

        // Where texts are read line by line, the first list is what separates lines with a past from lines that come to exist.
        if (run.HistoryReadAt is null && run.Vendor is not IReadAccountMessages)
        {
            run.HistoryReadAt = time.GetUtcNow();
            await memory.EndFirstListAsync(account, run.HistoryReadAt.Value, cancellationToken);
        }
    }
}
