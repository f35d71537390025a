using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Quartz;

namespace SmsPortal.Jobs.Scheduling;

public static class JobsRoom
{
    /// <summary>Check-in of the nodes: the work of a dead one moves after about four times that.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    /// <summary>Registers the background work and its schedule over all nodes. Needs storage, the feed, the gate and the intake.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddPolls();
        services.AddSingleton<AccountSchedule>();
        services.AddSingleton<IAccountSchedule>(provider => provider.GetRequiredService<AccountSchedule>());
        services.AddSingleton<Watch>();
        services.AddHostedService(provider => provider.GetRequiredService<Watch>());
        services.AddSingleton<CheckDesk>();
        services.AddSingleton<AutoCheckRenewal>();
        services.AddQuartzStore(string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}"));
        services.AddHostedService<ScheduleKeeper>();
        return services;
    }

    /// <summary>The work itself, without a schedule.</summary>
    internal static IServiceCollection AddPolls(this IServiceCollection services)
    {
        services.AddOptions<PollOptions>();
        services.AddSingleton<PutOffs>();
        services.AddSingleton<SeenTexts>();
        services.AddSingleton<TextKeeper>();
        services.AddSingleton<FactsPoll>();
        services.AddSingleton<LineListPoll>();
        services.AddSingleton<AccountTextPoll>();
        services.AddSingleton<LineTextPoll>();
        services.AddSingleton<CheckPoll>();
        services.AddSingleton<CheckRequests>();
        services.AddSingleton<CheckAsking>();
        services.AddSingleton<AccountPoll>();
        return services;
    }

    private static void AddQuartzStore(this IServiceCollection services, string node)
    {
        services.TryAddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "SmsPortal";
                options.InstanceId = node;
                options.MaxBatchSize = 10;
            });
            quartz.UseDefaultThreadPool(pool => pool.MaxConcurrency = 20);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(postgres => postgres.UseRegisteredDataSource = true);
                store.UseSystemTextJsonSerializer();
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.TablePrefix = "jobs.qrtz_";
                    options.DbRetryInterval = TimeSpan.FromSeconds(2);
                });
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = CheckIn;
                    cluster.CheckinMisfireThreshold = CheckIn;
                });
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
