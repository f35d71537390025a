using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;

namespace SmsPortal.Jobs.Scheduling;

/// <summary>
/// Brings the jobs in line with the accounts: at start, when the feed says that an account changed, and every minute as a net. Each node also forgets here what its
/// gate and its webhook paths remember of a changed account.
/// </summary>
internal sealed class ScheduleKeeper(ISchedulerFactory schedulers, AccountSchedule schedule, AccountQueries accounts, VendorGate gate, WebhookPaths paths, PortalFeed feed, TimeProvider time, ILogger<ScheduleKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Net = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isFirst)
                {
                    await RecurringJobs.EnsureAsync(await schedulers.GetScheduler(stoppingToken), stoppingToken);
                    isFirst = false;
                }

                await KeepAllAsync(stoppingToken);
                await FollowAsync(subscription, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning("The jobs could not be brought in line with the accounts: {Reason}", failure.Message);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    /// <summary>Follows the feed for a minute, or until it lost something.</summary>
    private async Task FollowAsync(FeedSubscription subscription, CancellationToken stoppingToken)
    {
        using var net = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        net.CancelAfter(Net);
        try
        {
            while (await subscription.Reader.WaitToReadAsync(net.Token))
            {
                var changed = new HashSet<string>();
                while (subscription.Reader.TryRead(out var batch))
                {
                    changed.UnionWith(batch.Changes.Where(change => change.Kind == FeedChangeKind.Account).Select(change => change.Id));
                }

                if (subscription.TakeLagged() || changed.Contains("*"))
                {
                    return;
                }

                foreach (var id in changed)
                {
                    await KeepAsync(int.Parse(id, CultureInfo.InvariantCulture), stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // A minute has passed.
        }
    }

    private async Task KeepAllAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var active = (await accounts.ListAsync(cancellationToken)).Where(account => account.State == AccountState.Active).Select(account => account.Id).ToHashSet();
        var jobs = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(AccountSchedule.Group), cancellationToken)).Select(AccountSchedule.AccountOf).ToHashSet();
        foreach (var account in jobs.Except(active))
        {
            await schedule.RemoveAsync(account, cancellationToken);
        }

        foreach (var account in active)
        {
            await schedule.EnsureAsync(account, cancellationToken);
        }

        // A trigger that failed in the store several times stands still until somebody says otherwise.
        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.GroupEquals(AccountSchedule.Group), cancellationToken);
    }

    private async Task KeepAsync(int accountId, CancellationToken cancellationToken)
    {
        gate.Forget(accountId);
        paths.Forget(accountId);
        if (await accounts.FindAsync(accountId, cancellationToken) is not { State: AccountState.Active })
        {
            await schedule.RemoveAsync(accountId, cancellationToken);
            return;
        }

        await schedule.EnsureAsync(accountId, cancellationToken);
        var health = await accounts.FindHealthAsync(accountId, cancellationToken);
        if (health?.NextPollAt is { } due)
        {
            await schedule.NudgeAsync(accountId, health.BlockedUntil > due ? health.BlockedUntil.Value : due, cancellationToken);
        }
    }
}
