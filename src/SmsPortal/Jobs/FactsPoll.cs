using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Reads the balance, or checks the account where there is none.</summary>
internal sealed class FactsPoll(VendorGate gate, PollMemory memory, PutOffs putOffs, TimeProvider time, IOptions<PollOptions> options)
{
    private const string Step = "facts";

    /// <summary>When it is due.</summary>
    public DateTimeOffset DueAt(PollRun run) =>
        run.Vendor is IReadBalance or ICheckAccount ? putOffs.NotBefore(run.Account.Id, Step, run.Health.BalanceAt + options.Value.BalanceEvery) : DateTimeOffset.MaxValue;

    public async Task RunAsync(PollRun run, CancellationToken cancellationToken)
    {
        var account = run.Account.Id;
        if (DueAt(run) > time.GetUtcNow())
        {
            return;
        }

        var outcome = await gate.CallAsync(account, static async (vendor, session, stop) => vendor is IReadBalance balance
            ? new AccountFacts(await balance.ReadBalanceAsync(session, stop))
            : await ((ICheckAccount)vendor).CheckAccountAsync(session, stop), cancellationToken);
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
        run.Health.BalanceAt = time.GetUtcNow();
        await memory.SaveFactsAsync(account, outcome.Value.Balance, outcome.Value.LiteQueueWindow, run.Health.BalanceAt.Value, cancellationToken);
    }
}
