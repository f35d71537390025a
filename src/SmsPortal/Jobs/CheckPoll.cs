using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Follows the open checks of an account and takes their texts in.</summary>
internal sealed class CheckPoll(VendorGate gate, CheckStore checks, TextKeeper texts, TimeProvider time)
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    public async Task RunAsync(PollRun run, CancellationToken cancellationToken)
    {
        if (run.Vendor is not IRequestChecks || run.HeldFor is not null)
        {
            return;
        }

        foreach (var check in await checks.DueAsync(run.Account.Id, time.GetUtcNow(), AtOnce, cancellationToken))
        {
            if (run.HeldFor is not null)
            {
                return;
            }

            await (check.RequestId is { } id ? FollowAsync(run, check, id, cancellationToken) : GiveUpAsync(check, "No answer came to the request; what it brought is read from the list of texts.", cancellationToken));
        }
    }

    private async Task FollowAsync(PollRun run, OpenCheck check, string requestId, CancellationToken cancellationToken)
    {
        var outcome = await gate.CallAsync(run.Account.Id, (vendor, session, stop) => ((IRequestChecks)vendor).ReadCheckAsync(session, check.LineKey, requestId, stop), cancellationToken);
        var now = time.GetUtcNow();
        var age = now - check.RequestedAt;
        if (!outcome.IsSuccess)
        {
            if (outcome.Failure.Kind == VendorFailureKind.NotFound && !outcome.WasHeld)
            {
                await checks.UpdateAsync(check.Id, CheckState.Removed, null, outcome.Failure.Message, now, cancellationToken);
            }
            else if (!run.Ends(outcome.Failure, outcome.WasHeld))
            {
                await checks.UpdateAsync(check.Id, CheckState.Unknown, age > TooLong ? null : now + AfterFailure, outcome.Failure.Message, now, cancellationToken);
            }

            return;
        }

        var state = outcome.Value;
        await texts.KeepAsync(run, state.Messages, static _ => false, cancellationToken);
        if (!state.IsOver && age > TooLong)
        {
            await GiveUpAsync(check, "The vendor did not end it within a day.", cancellationToken);
            return;
        }

        // A check can wait for a number change; then a slower step does.
        var step = age > Long ? run.Floor * 6 : run.Floor;
        await checks.UpdateAsync(check.Id, state.State, state.IsOver ? null : now + step, null, now, cancellationToken);
    }

    private Task GiveUpAsync(OpenCheck check, string note, CancellationToken cancellationToken) =>
        checks.UpdateAsync(check.Id, CheckState.Unknown, null, note, time.GetUtcNow(), cancellationToken);
}
