using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>
/// Asks SMSPins to look for texts: the intent is stored first, and while one check of a telephone is open or its answer unknown no other is asked for. Keeps the
/// vendor's own repeated checking on where it is wanted.
/// </summary>
internal sealed class CheckAsking(VendorGate gate, CheckRequests requests, CheckStore checks, AutoChecks autoChecks, TimeProvider time, IOptions<PollOptions> options)
{
    /// <summary>Ends the renewal for a telephone that the vendor has taken back; reading it fails then.</summary>
    public async Task StopExpiredAsync(ClaimedLine line, CancellationToken cancellationToken)
    {
        if (line.ExpiresAt <= time.GetUtcNow() && (line.AutoCheckWanted || line.AutoCheckSince is not null))
        {
            await autoChecks.StopAsync(line.Id, cancellationToken);
        }
    }

    /// <summary>Does what is due for a telephone whose list of texts was just read.</summary>
    public async Task AskAsync(PollRun run, ClaimedLine line, IReadOnlyList<VendorMessage> texts, bool isWatched, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (texts.Max(text => text.At) is { } newest)
        {
            await checks.SettleAsync(line.Id, newest, now, cancellationToken);
        }

        if (line.ExpiresAt <= now)
        {
            return;
        }

        var isOn = line.AutoCheckSince >= EasternMidnight.Last(now);
        if (line.AutoCheckWanted && !isOn)
        {
            await RenewAsync(run, line, cancellationToken);
        }
        else if (!line.AutoCheckWanted && isOn)
        {
            await TurnOffAsync(run, line, cancellationToken);
        }
        else if (await IsDueAsync(run, line, isWatched, isOn, cancellationToken))
        {
            await RequestAsync(run, line, cancellationToken);
        }
    }

    private async Task<bool> RequestAsync(PollRun run, ClaimedLine line, CancellationToken cancellationToken)
    {
        var outcome = await requests.RequestAsync(run.Account.Id, line.Id, line.LineKey, requestedBy: null, run.Floor, cancellationToken);
        if (outcome is { IsSuccess: false })
        {
            run.Ends(outcome.Failure, outcome.WasHeld);
        }

        return outcome is { IsSuccess: true };
    }

    /// <summary>On again, with the one request that sets it going (smspins:248); counted as on only when both were taken. Turning it on twice does no harm.</summary>
    private async Task RenewAsync(PollRun run, ClaimedLine line, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        if ((await checks.LastAsync(line.Id, cancellationToken)) is [{ IsOpen: true }, ..])
        {
            return;
        }

        if (await SetAsync(run, line, enabled: true, cancellationToken) && await RequestAsync(run, line, cancellationToken))
        {
            await autoChecks.AssumeAsync(line.Id, began, CancellationToken.None);
        }
    }

    private async Task TurnOffAsync(PollRun run, ClaimedLine line, CancellationToken cancellationToken)
    {
        if (await SetAsync(run, line, enabled: false, cancellationToken))
        {
            await autoChecks.AssumeAsync(line.Id, null, CancellationToken.None);
        }
    }

    private async Task<bool> SetAsync(PollRun run, ClaimedLine line, bool enabled, CancellationToken cancellationToken)
    {
        var outcome = await gate.CallAsync(run.Account.Id, async (vendor, session, stop) =>
        {
            await ((IRequestChecks)vendor).SetAutoCheckAsync(session, line.LineKey, enabled, stop);
            return true;
        }, cancellationToken);
        if (!outcome.IsSuccess)
        {
            run.Ends(outcome.Failure, outcome.WasHeld);
        }

        return outcome.IsSuccess;
    }

    private async Task<bool> IsDueAsync(PollRun run, ClaimedLine line, bool isWatched, bool isAutomatic, CancellationToken cancellationToken)
    {
        var past = await checks.LastAsync(line.Id, cancellationToken);
        if (past.Count == 0)
        {
            return true;
        }

        var last = past[0];
        if (last.IsOpen)
        {
            return false;
        }

        var failures = past.TakeWhile(check => check.State == CheckState.Failed).Count();
        if (failures > 0)
        {
            return (last.EndedAt ?? last.RequestedAt) + PutOffs.Step(failures, options.Value) <= time.GetUtcNow();
        }

        // The vendor checks by itself every few minutes; people who look want it sooner.
        var isLookedAt = isWatched || run.IsInboxOpen;
        return (isLookedAt || !isAutomatic) && last.RequestedAt + (isLookedAt ? run.Interval(isWatched) : run.Idle) <= time.GetUtcNow();
    }
}
