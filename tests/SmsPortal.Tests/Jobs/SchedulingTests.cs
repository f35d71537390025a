using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shouldly;
using SmsPortal.Http;
using SmsPortal.Intake;
using SmsPortal.Jobs.Scheduling;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>Two nodes on one database: each account is polled by one of them at a time; a dead node's work moves to the other. Real time, since the nodes watch each other by it.</summary>
public sealed class SchedulingTests : IAsyncLifetime
{
    private readonly ProbeLog _log = new();
    private readonly IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();
    private readonly List<IHost> _nodes = [];
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateDatabaseAsync(StoreFixture.MigrateAsync);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.StopAsync();
            node.Dispose();
        }

        await TestDatabase.DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task TwoNodes_PollEachAccountButNeverBothAtOnce()
    {
        var first = await StartNodeAsync("first");
        await StartNodeAsync("second");
        await ConnectAsync(first, "one", "two", "three", "four");

        await Eventually.TrueAsync(() => _log.Polls.Count > 80, "many polls");

        _log.Overlaps.ShouldBeEmpty();
        _log.Polls.Select(poll => poll.Account).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task ANodeThatDiesInTheMiddle_IsFollowedByTheOther()
    {
        var first = await StartNodeAsync("first");
        await ConnectAsync(first, "one", "two");
        await Eventually.TrueAsync(() => _log.Polls.Count > 4, "first polls");

        // As if killed: it hangs in its calls, releases nothing, and its connections to the store are gone.
        _log.Hold("first");
        await Eventually.TrueAsync(() => _log.InsideOf("first").Count == 2, "both polls under way");
        await first.Services.GetRequiredService<NpgsqlDataSource>().DisposeAsync();
        await StartNodeAsync("second");

        await Eventually.TrueAsync(() => _log.Polls.Count(poll => poll.Node == "second" && poll.Account == "one") > 2 && _log.Polls.Count(poll => poll.Node == "second" && poll.Account == "two") > 2, "the second node");
        _log.Release("first");
        _log.Overlaps.ShouldBeEmpty();
    }

    [Fact]
    public async Task AccountsThatComeAndGo_AreFollowedOnEveryNode()
    {
        var first = await StartNodeAsync("first");
        var desk = first.Services.GetRequiredService<AccountDesk>();
        var id = (await ConnectAsync(first, "one")).Single();
        await Eventually.TrueAsync(() => !_log.Polls.IsEmpty, "the first poll");

        await desk.PauseAsync(id, CancellationToken.None);
        await Eventually.TrueAsync(async () => await JobsAsync(first) == 0, "no job of a paused account");
        await desk.ResumeAsync(id, CancellationToken.None);
        await Eventually.TrueAsync(async () => await JobsAsync(first) == 1, "its job again");
        var polls = _log.Polls.Count;
        await Eventually.TrueAsync(() => _log.Polls.Count > polls, "polls again");
        await desk.RemoveAsync(id, CancellationToken.None);
        await Eventually.TrueAsync(async () => await JobsAsync(first) == 0, "no job of a removed account");
    }

    private static async Task<long> JobsAsync(IHost node)
    {
        await using var command = node.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT count(*) FROM jobs.qrtz_job_details WHERE job_group = 'accounts'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<IReadOnlyList<int>> ConnectAsync(IHost node, params string[] keys)
    {
        var desk = node.Services.GetRequiredService<AccountDesk>();
        var ids = new List<int>();
        foreach (var key in keys)
        {
            var result = await desk.ConnectAsync(new AccountForm { VendorKey = "probe", Name = key, Credentials = new Dictionary<string, string> { ["key"] = key } }, CancellationToken.None);
            ids.Add(result.AccountId.ShouldNotBeNull());
        }

        return ids;
    }

    private async Task<IHost> StartNodeAsync(string name)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var services = builder.Services;
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_protection);
        services.AddOutboundHttp();
        services.AddStorage(_database);
        services.AddLive();
        services.AddIntake();
        services.AddVendorAccess();
        services.RemoveAll<IVendor>();
        services.AddSingleton<IVendor>(new ProbeVendor(_log, name));
        services.AddJobs();
        var node = builder.Build();
        await node.StartAsync();
        _nodes.Add(node);
        return node;
    }
}
