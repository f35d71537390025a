using System.Globalization;
using Npgsql;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Benchmarks;

/// <summary>A private PostgreSQL as the portal ships it, durable, in the temporary folder; gone with the program.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
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

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.StopAsync();
        Directory.Delete(_server.Home, recursive: true);
    }
}
