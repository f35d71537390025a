using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>Asks for one check: the intent first, then the call, then what came of it.</summary>
internal sealed class CheckRequests(VendorGate gate, CheckStore checks, TimeProvider time, IOptions<PollOptions> options)
{
    /// <summary>The request id, or the failure; null when a check of the telephone is open already.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="lineId">The telephone.</param>
    /// <param name="lineKey">Its key at the vendor.</param>
    /// <param name="requestedBy">The person who waits; null = the portal itself.</param>
    /// <param name="firstLook">When to read its state first.</param>
    /// <param name="cancellationToken">The caller gave up; the intent stays and is settled.</param>
    public async Task<VendorOutcome<string>?> RequestAsync(int accountId, long lineId, string lineKey, Guid? requestedBy, TimeSpan firstLook, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await checks.IntendAsync(accountId, lineId, requestedBy, now, now + options.Value.CheckSettledAfter, cancellationToken) is not { } intent)
        {
            return null;
        }

        Task<string> Call(IVendor vendor, VendorSession session, CancellationToken stop) => ((IRequestChecks)vendor).RequestCheckAsync(session, lineKey, stop);
        var outcome = requestedBy is null ? await gate.CallAsync(accountId, Call, cancellationToken) : await gate.CallNowAsync(accountId, Call, cancellationToken);
        if (outcome.IsSuccess)
        {
            await checks.AcceptedAsync(intent, outcome.Value, time.GetUtcNow() + firstLook, CancellationToken.None);
        }
        else if (outcome.WasHeld || outcome.Failure.Kind != VendorFailureKind.OutcomeUnknown)
        {
            // It certainly was not taken, so the next one may follow. An unknown outcome stays open until it is settled.
            await checks.UpdateAsync(intent, CheckState.Failed, null, outcome.Failure.Message, time.GetUtcNow(), CancellationToken.None);
        }

        return outcome;
    }
}
