using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmsPortal.Http;
using SmsPortal.Intake;
using SmsPortal.Jobs;
using SmsPortal.Jobs.Scheduling;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Support;

/// <summary>The machine room without windows: a database of its own, the simulated vendors beside it, and one clock for both that a test moves. Pace floors are off unless asked for.</summary>
public sealed class SimulatedPortal : IAsyncDisposable
{
    private readonly WebApplication _simulator;
    private readonly List<ServiceProvider> _nodes = [];
    private readonly IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();
    private readonly Action<IServiceCollection>? _configure;

    private SimulatedPortal(WebApplication simulator, string connectionString, Action<IServiceCollection>? configure)
    {
        _simulator = simulator;
        _configure = configure;
        ConnectionString = connectionString;
        Simulator = simulator.Services.GetRequiredService<Simulator>();
        Clock = new TestClock(Simulator.Clock.Now);
    }

    public string ConnectionString { get; }

    public Simulator Simulator { get; }

    public TestClock Clock { get; }

    /// <summary>Everything that was logged, at Trace.</summary>
    public CollectedLog Log { get; } = new();

    /// <summary>The newest node.</summary>
    public ServiceProvider Services => _nodes[^1];

    public AccountDesk Desk => Get<AccountDesk>();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<SimulatedPortal> StartAsync(Action<IServiceCollection>? configure = null, string dialect = "document", DateTimeOffset? at = null)
    {
        var simulator = SimulatorHost.Build([], options => (options.Url, options.Profile, options.Dialect, options.ClockStart) = ("http://127.0.0.1:0", Tempo.Manual, dialect, at));
        await simulator.StartAsync();
        var portal = new SimulatedPortal(simulator, await TestDatabase.CreateDatabaseAsync(StoreFixture.MigrateAsync), configure);
        await portal.StartNodeAsync();
        return portal;
    }

    /// <summary>Another node on the same database with the same master key, e.g. after a restart.</summary>
    public async Task<ServiceProvider> StartNodeAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(_protection);
        services.AddOptions<OutboundOptions>().Configure(outbound => (outbound.AllowedPrivateHosts, outbound.TotalTimeout) = (new HashSet<string> { "127.0.0.1" }, TimeSpan.FromSeconds(5)));
        services.AddOutboundHttp();
        services.AddStorage(ConnectionString);
        services.AddLive();
        services.AddIntake();
        services.AddVendorAccess();
        services.AddPolls();
        services.Configure<GateOptions>(gate => gate.PaceFactor = 0);
        _configure?.Invoke(services);
        var node = services.BuildServiceProvider();
        await node.GetRequiredService<MessageIntake>().StartAsync(CancellationToken.None);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Time passes for the portal and for the vendors.</summary>
    public void Advance(TimeSpan by)
    {
        Simulator.Clock.Advance(by);
        Clock.Advance(by);
    }

    /// <summary>What an admin types to connect the simulator's account of that vendor.</summary>
    public AccountForm Form(string vendorKey, string name = "Simulated") => new()
    {
        VendorKey = vendorKey, Name = name, BaseAddress = Address(vendorKey), Credentials = Credentials(vendorKey), OwnNumbers = vendorKey == "jooksms" ? ["+12025550101"] : [],
    };

    public string Address(string vendorKey) => _simulator.Urls.First() + vendorKey switch
    {
        "coolsms" => "/coolsms/coolapi/",
        "smspool" => "/smspool/",
        "jooksms" => "/jooksms/api/v1/",
        "getsms" => "/getsms/",
        _ => "/smspins/apiv2/",
    };

    public static IReadOnlyDictionary<string, string> Credentials(string vendorKey) => vendorKey switch
    {
        "coolsms" => new Dictionary<string, string> { ["token"] = "sim-coolsms-token" },
        "smspool" => new Dictionary<string, string> { ["key"] = "simsmspoolkey0000000000000000032" },
        "jooksms" => new Dictionary<string, string> { ["client_id"] = "sim-jook-id", ["client_secret"] = "sim-jook-secret" },
        "getsms" => new Dictionary<string, string> { ["user"] = "demo", ["api_key"] = "sim-getsms-key" },
        _ => new Dictionary<string, string> { ["key"] = "sim-smspins-key" },
    };

    /// <summary>Connects the simulator's account of that vendor; its id.</summary>
    public async Task<int> ConnectAsync(string vendorKey)
    {
        var result = await Desk.ConnectAsync(Form(vendorKey), CancellationToken.None);
        return result.AccountId ?? throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => $"{error.Key}: {error.Value}")));
    }

    /// <summary>One run of the account's job.</summary>
    internal Task<PollResult> PollAsync(int accountId) => Get<AccountPoll>().RunAsync(accountId, CancellationToken.None);

    /// <summary>Runs the account's job again and again while time passes.</summary>
    internal async Task PollForAsync(int accountId, TimeSpan span, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += step)
        {
            await PollAsync(accountId);
            Advance(step);
        }

        await PollAsync(accountId);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T value ? value : default!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.GetRequiredService<MessageIntake>().StopAsync(CancellationToken.None);
            await node.DisposeAsync();
        }

        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        await TestDatabase.DropDatabaseAsync(ConnectionString);
    }
}
