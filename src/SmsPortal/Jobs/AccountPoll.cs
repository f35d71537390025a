using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>
/// The background work of one account: balance, lines, account-wide texts, texts line by line, checks; each only when it is due. A run that finds nothing due ends
/// at once. Trouble of the account ends the run; other accounts have jobs of their own.
/// </summary>
internal sealed class AccountPoll(
    AccountQueries accounts, VendorRegistry vendors, PollMemory memory, FactsPoll facts, LineListPoll lineList, AccountTextPoll accountTexts, LineTextPoll lineTexts, CheckPoll checks,
    TimeProvider time, IOptions<GateOptions> gateOptions, IOptions<PollOptions> pollOptions, ILogger<AccountPoll> log)
{
    private readonly PollOptions _options = pollOptions.Value;

    /// <summary>Does what is due.</summary>
    /// <returns>When to come again.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The store did not answer; nothing is lost, come again.</exception>
    public async Task<PollResult> RunAsync(int accountId, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not { State: AccountState.Active } account
            || await accounts.FindHealthAsync(accountId, cancellationToken) is not { } health
            || vendors.Find(account.VendorKey) is not { } vendor)
        {
            return new PollResult(_options.LongestWait);
        }

        var now = time.GetUtcNow();
        if (health.PolledAt > now)
        {
            await memory.ClockWentBackAsync(accountId, now, cancellationToken);
            health = (await accounts.FindHealthAsync(accountId, cancellationToken))!;
        }

        var run = new PollRun(account, vendor, health, gateOptions.Value.PaceFactor, time);

        // Texts first: what people wait for. The first list of lines comes before them all the same, since it says what there is to read.
        if (health.LinesListedAt is null)
        {
            await StepAsync(run, lineList.RunAsync, cancellationToken);
        }

        await StepAsync(run, accountTexts.RunAsync, cancellationToken);
        await StepAsync(run, checks.RunAsync, cancellationToken);
        await StepAsync(run, lineTexts.RunAsync, cancellationToken);
        await StepAsync(run, lineList.RunAsync, cancellationToken);
        await StepAsync(run, facts.RunAsync, cancellationToken);
        return await EndAsync(run, cancellationToken);
    }

    private static Task StepAsync(PollRun run, Func<PollRun, CancellationToken, Task> step, CancellationToken cancellationToken) =>
        run.HeldFor is null ? step(run, cancellationToken) : Task.CompletedTask;

    private async Task<PollResult> EndAsync(PollRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kinds = LineTextPoll.KindsOf(run.Vendor).Select(kind => (int)kind).ToArray();
        DateTimeOffset[] dues = [facts.DueAt(run), lineList.DueAt(run), accountTexts.DueAt(run), await memory.NextDueAsync(run.Account.Id, kinds, cancellationToken) ?? DateTimeOffset.MaxValue];
        var wait = dues.Min() - now;
        wait = wait < _options.ShortestWait ? _options.ShortestWait : wait > _options.LongestWait ? _options.LongestWait : wait;
        if (run.HeldFor is { } held)
        {
            wait = held > wait ? held : wait < _options.FirstPutOff ? _options.FirstPutOff : wait;
        }

        var readsAccount = accountTexts.DueAt(run) < DateTimeOffset.MaxValue;
        await memory.RanAsync(run.Account.Id, readsAccount ? null : now + wait, now, cancellationToken);
        log.LogDebug("Account {Account}: {New} new texts, next run in {Wait}", run.Account.Id, run.NewTexts, wait);
        return new PollResult(wait) { NewTexts = run.NewTexts };
    }
}
