using SmsPortal.Storage;

namespace SmsPortal.Jobs;

/// <summary>After midnight Eastern SMSPins has turned every auto-check off (smspins:250): each telephone that wants it is due at once.</summary>
internal sealed class AutoCheckRenewal(AutoChecks autoChecks, IAccountSchedule schedule, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var account in await autoChecks.MakeDueAsync(now, cancellationToken))
        {
            await schedule.NudgeAsync(account, now, cancellationToken);
        }
    }
}
