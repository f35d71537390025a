using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Tests.Trouble;

/// <summary>A PostgreSQL for one test, which stops and kills it. What was committed survives a crash of it: only the power cut is left out.</summary>
internal sealed class OwnPostgres : IAsyncDisposable
{
    // Not a private folder: as root, PostgreSQL runs as another user.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"smsportal-outage-{Guid.NewGuid():n}");
    private EmbeddedPostgres _server = null!;

    public string ConnectionString { get; private set; } = "";

    public async Task StartAsync()
    {
        _server = new EmbeddedPostgres(_folder, _ => { }, ["fsync=off"]);
        await _server.StartAsync();
        if (ConnectionString.Length == 0)
        {
            await using var source = NpgsqlDataSource.Create(_server.ConnectionString());
            await using var create = source.CreateCommand("CREATE DATABASE portal");
            await create.ExecuteNonQueryAsync();
            ConnectionString = _server.ConnectionString("portal");
            await StoreFixture.MigrateAsync(ConnectionString);
        }
    }

    /// <summary>An orderly stop: connections are cut.</summary>
    public Task StopAsync() => _server.StopAsync();

    /// <summary>SIGKILL to its first process.</summary>
    public async Task KillAsync()
    {
        var pid = int.Parse((await File.ReadAllLinesAsync(Path.Combine(_server.Home, "data", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        using var postmaster = Process.GetProcessById(pid);
        postmaster.Kill();
        await Eventually.TrueAsync(async () => !await AnswersAsync(), "the killed PostgreSQL to be gone");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
