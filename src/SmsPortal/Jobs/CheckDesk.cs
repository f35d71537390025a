using Microsoft.Extensions.Options;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Jobs;

/// <summary>What people do with the checks of a telephone: ask for one now, have the vendor repeat them. Who may, the caller has decided.</summary>
public sealed class CheckDesk(VendorGate gate, CheckStore checks, AutoChecks autoChecks, LineQueries lines, VendorRegistry vendors, IAccountSchedule schedule, TimeProvider time, IOptions<PollOptions> options)
{
    private readonly CheckRequests _requests = new(gate, checks, time, options);

    /// <summary>Asks the vendor to look for texts now. Returns null when it does (or looks already), else why not, in words.</summary>
    public async Task<string?> CheckNowAsync(Viewer viewer, long lineId, CancellationToken cancellationToken)
    {
        if (await lines.FindAsync(viewer, lineId, cancellationToken) is not { GoneAt: null } line || vendors.Find(line.VendorKey) is not { } vendor || vendor is not IRequestChecks)
        {
            return "There is no such telephone any more.";
        }

        var outcome = await _requests.RequestAsync(line.AccountId, lineId, line.LineKey, viewer.UserId, vendor.Pace.Watched, cancellationToken);
        await schedule.NudgeAsync(line.AccountId, time.GetUtcNow() + vendor.Pace.Watched, cancellationToken);
        return outcome is null or { IsSuccess: true } ? null : outcome.Failure.Message;
    }

    /// <summary>Turns the vendor's own repeated checking on (renewed every day after midnight Eastern) or off. False when there is no such telephone.</summary>
    public async Task<bool> SetAutoCheckAsync(Viewer viewer, long lineId, bool wanted, CancellationToken cancellationToken)
    {
        if (await lines.FindAsync(viewer, lineId, cancellationToken) is null || await autoChecks.SetWantedAsync(lineId, wanted, time.GetUtcNow(), cancellationToken) is not { } accountId)
        {
            return false;
        }

        await schedule.NudgeAsync(accountId, time.GetUtcNow(), cancellationToken);
        return true;
    }
}
