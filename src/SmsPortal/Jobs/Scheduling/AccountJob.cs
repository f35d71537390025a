using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace SmsPortal.Jobs.Scheduling;

/// <summary>Runs <see cref="AccountPoll"/> on one node at a time and adjusts its own interval.</summary>
[DisallowConcurrentExecution]
internal sealed class AccountJob(AccountPoll poll, AccountSchedule schedule, IHostApplicationLifetime lifetime, ILogger<AccountJob> log) : IJob
{
    private static readonly TimeSpan AfterStoreFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterDefect = TimeSpan.FromSeconds(30);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var account = AccountSchedule.AccountOf(context.JobDetail.Key);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var nextIn = await RunAsync(account, ending.Token);
        await schedule.AdjustAsync(context, nextIn, CancellationToken.None);
    }

    private async Task<TimeSpan> RunAsync(int account, CancellationToken cancellationToken)
    {
        try
        {
            return (await poll.RunAsync(account, cancellationToken)).NextIn;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This node ends; another goes on at once.
            return TimeSpan.Zero;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException)
        {
            log.LogWarning("The poll of account {Account} broke off, the store did not answer: {Reason}", account, failure.Message);
            return AfterStoreFailure;
        }
#pragma warning disable CA1031 // Whatever it is, it must not end the account's polling.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            log.LogError(defect, "The poll of account {Account} broke off", account);
            return AfterDefect;
        }
    }
}
