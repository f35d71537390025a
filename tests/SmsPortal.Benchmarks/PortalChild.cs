using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SmsPortal.Live;
using SmsPortal.Web;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Benchmarks;

/// <summary>The real portal in a process of its own, on a database that stands, with as many subscribers of the feed as asked for.</summary>
internal static class PortalChild
{
    public const string AdminEmail = "admin@bench.example";
    public const string AdminPassword = "benchmarks-of-smsportal";
    private const string Connection = "BENCH_CONNECTION";
    private const string Subscribers = "BENCH_SUBSCRIBERS";

    public static Task<ChildProcess> StartAsync(string connectionString, int subscribers = 0) =>
        ChildProcess.StartAsync("portal-child", (Connection, connectionString), (Subscribers, subscribers.ToString(CultureInfo.InvariantCulture)));

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(PortalHost).Assembly.GetName().Name, EnvironmentName = Environments.Production,
        });
        var options = new PortalOptions
        {
            DataFolder = Path.GetTempPath(), Port = 0, MasterKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), AdminEmail = AdminEmail, AdminPassword = AdminPassword,
        };
        builder.AddPortalLogging(options);

        // The standard output is the parent's.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = PortalHost.Build(builder, options, Environment.GetEnvironmentVariable(Connection)!, MasterKey.Open(options, _ => { }));
        await PortalHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        var feed = app.Services.GetRequiredService<PortalFeed>();
        for (var i = int.Parse(Environment.GetEnvironmentVariable(Subscribers)!, CultureInfo.InvariantCulture); i > 0; i--)
        {
            _ = ListenAsync(feed.Subscribe());
        }

        ChildProcess.SayReady(app.Urls.First());
        await ChildProcess.WaitForEndAsync();
        await app.StopAsync();
        return 0;
    }

    private static async Task ListenAsync(FeedSubscription subscription)
    {
        long seen = 0;
        await foreach (var batch in subscription.Reader.ReadAllAsync())
        {
            seen += batch.Messages.Count;
        }
    }
}
