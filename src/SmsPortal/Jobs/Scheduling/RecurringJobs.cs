using Quartz;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs.Scheduling;

/// <summary>Brings access in line with grants that ended by themselves.</summary>
[DisallowConcurrentExecution]
internal sealed class AccessRefreshJob(AccessWriter access) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await access.RefreshAsync(cancellationToken);
}

/// <summary>Takes away what has served its time.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(Retention retention) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await retention.RunAsync(cancellationToken);
}

/// <summary>Renews auto-checks after midnight Eastern.</summary>
[DisallowConcurrentExecution]
internal sealed class AutoCheckRenewalJob(AutoCheckRenewal renewal) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await renewal.RunAsync(cancellationToken);
}

/// <summary>The jobs that no account owns.</summary>
internal static class RecurringJobs
{
    private const string Group = "recurring";

    /// <summary>Makes them where they are missing; two nodes may do so at once.</summary>
    public static async Task EnsureAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        await EnsureAsync<AccessRefreshJob>(scheduler, "access-refresh", Every(TimeSpan.FromMinutes(1)), cancellationToken);
        await EnsureAsync<RetentionJob>(scheduler, "retention", Every(TimeSpan.FromHours(1)), cancellationToken);
        await EnsureAsync<AutoCheckRenewalJob>(scheduler, "auto-check-renewal", CronScheduleBuilder.Create("0 5 0 * * ?").InTimeZone(WallClock.Eastern).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed), cancellationToken);
    }

    private static SimpleScheduleBuilder Every(TimeSpan interval) =>
        SimpleScheduleBuilder.Create().WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount);

    private static async Task EnsureAsync<TJob>(IScheduler scheduler, string name, IScheduleBuilder when, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var key = new JobKey(name, Group);
        await scheduler.AddJob(JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery(true).Build(), AddJobOptions.Replacing, cancellationToken);
        await scheduler.ScheduleTrigger(TriggerBuilder.Create().WithIdentity(name, Group).ForJob(key).WithSchedule(when).Build(), TriggerConflict.Keep, cancellationToken);
    }
}
