using System.Globalization;
using Quartz;

namespace SmsPortal.Jobs.Scheduling;

/// <summary>One durable job per account on a repeating trigger; a chain of one-shot triggers would end in silence with the first broken link.</summary>
internal sealed class AccountSchedule(ISchedulerFactory schedulers, TimeProvider time) : IAccountSchedule
{
    /// <summary>The group of the accounts' jobs and triggers.</summary>
    public const string Group = "accounts";

    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    public static JobKey JobOf(int accountId) => new(accountId.ToString(CultureInfo.InvariantCulture), Group);

    public static int AccountOf(JobKey job) => int.Parse(job.Name, CultureInfo.InvariantCulture);

    /// <summary>Makes the account's job where there is none.</summary>
    public async Task EnsureAsync(int accountId, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = JobOf(accountId);
        if (!await scheduler.Exists(key, cancellationToken))
        {
            await scheduler.AddJob(JobBuilder.Create<AccountJob>().WithIdentity(key).StoreDurably().RequestRecovery(true).Build(), AddJobOptions.Replacing, cancellationToken);
        }

        if (!await scheduler.Exists(new TriggerKey(key.Name, key.Group), cancellationToken))
        {
            await scheduler.ScheduleTrigger(Trigger(key, time.GetUtcNow(), TimeSpan.FromMinutes(1)), TriggerConflict.Keep, cancellationToken);
        }
    }

    public async Task RemoveAsync(int accountId, CancellationToken cancellationToken) =>
        await (await schedulers.GetScheduler(cancellationToken)).DeleteJob(JobOf(accountId), cancellationToken);

    public async Task NudgeAsync(int accountId, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = JobOf(accountId);
        if (await scheduler.Exists(key, cancellationToken))
        {
            await scheduler.ScheduleTrigger(Trigger(key, dueAt, TimeSpan.FromMinutes(1)), TriggerConflict.KeepEarlier, cancellationToken);
        }
    }

    /// <summary>The job ran: it comes again after that time, and in that interval from then on.</summary>
    public async Task AdjustAsync(IJobExecutionContext context, TimeSpan nextIn, CancellationToken cancellationToken)
    {
        // A recovery runs under a trigger of its own; the account's is always named by the job's key.
        var nextAt = time.GetUtcNow() + nextIn;
        var isAsPlanned = !context.Recovering && context.NextFireTimeUtc is { } planned && (planned - nextAt).Duration() < nextIn * 0.1;
        if (!isAsPlanned)
        {
            await context.Scheduler.ScheduleTrigger(Trigger(context.JobDetail.Key, nextAt, nextIn), TriggerConflict.Replace, cancellationToken);
        }
    }

    // The store keeps whole milliseconds.
    private static ITrigger Trigger(JobKey job, DateTimeOffset at, TimeSpan interval) => TriggerBuilder.Create()
        .WithIdentity(job.Name, job.Group).ForJob(job).StartAt(at)
        .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMilliseconds(Math.Ceiling((interval < ShortestInterval ? ShortestInterval : interval).TotalMilliseconds))).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
        .Build();
}
