using System.Globalization;
using Npgsql;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Benchmarks;

/// <summary>A private PostgreSQL as the portal ships it, durable, in the temporary folder; gone with the program.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int ChildrenUserTime = 13;
    private const int ChildrenSystemTime = 14;
    private readonly EmbeddedPostgres _server;

    private BenchPostgres(EmbeddedPostgres server) => _server = server;

    public static async Task<BenchPostgres> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "smsportal-bench-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        // Floor and portal hold their connections at the same time; nothing else differs from what is shipped.
        var server = new EmbeddedPostgres(folder, _ => { }, ["max_connections=400", "fsync=on", "synchronous_commit=on"]);
        await server.StartAsync();
        return new BenchPostgres(server);
    }

    /// <summary>Makes an empty database.</summary>
    public async Task<string> CreateDatabaseAsync(string name)
    {
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString());
        await using var create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync();
        return _server.ConnectionString(name);
    }

    /// <summary>Processor time of the server with all that served and serves connections; zero where /proc does not tell.</summary>
    public TimeSpan Cpu()
    {
        if (!OperatingSystem.IsLinux())
        {
            return TimeSpan.Zero;
        }

        var postmaster = File.ReadLines(Path.Combine(_server.Home, "data", "postmaster.pid")).First();
        var ticks = Stat(postmaster) is { } own ? own[UserTime] + own[SystemTime] + own[ChildrenUserTime] + own[ChildrenSystemTime] : 0;
        ticks += File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Sum(child => Stat(child) is { } served ? served[UserTime] + served[SystemTime] : 0);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    // "812 (postgres) S 1 …": what follows the name, from field 3 on (proc(5)); a process may end meanwhile
    private static long[]? Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.StopAsync();
        Directory.Delete(_server.Home, recursive: true);
    }
}
