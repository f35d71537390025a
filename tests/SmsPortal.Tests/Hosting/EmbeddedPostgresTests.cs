using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _said = [];
    private readonly List<EmbeddedPostgres> _servers = [];

    public EmbeddedPostgresTests() => File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_001_001); // the server's user passes through

    private string Home => _folder.At("postgres");

    private string PidFile => Path.Combine(Home, "data", "postmaster.pid");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var server in _servers)
        {
            await server.StopAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Start_OnAnEmptyFolder_MakesADatabaseThatTakesWrites()
    {
        var server = await StartAsync();

        await ExecuteAsync(server, "create table kept (id int); insert into kept values (7)");

        (await ScalarAsync(server, "select id from kept")).ShouldBe(7);
        _said.ShouldHaveSingleItem().ShouldContain(Home);
    }

    [Fact]
    public async Task Start_AfterAStop_FindsWhatWasWritten()
    {
        var first = await StartAsync();
        await ExecuteAsync(first, "create table kept (id int); insert into kept values (7)");
        await first.StopAsync();
        File.Exists(PidFile).ShouldBeFalse();

        (await ScalarAsync(await StartAsync(), "select id from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Start_WhileAPredecessorsServerRuns_UsesIt()
    {
        await ExecuteAsync(await StartAsync(), "create table kept (id int); insert into kept values (7)");
        var process = ServerProcess();

        var second = await StartAsync();

        ServerProcess().ShouldBe(process);
        (await ScalarAsync(second, "select id from kept")).ShouldBe(7);
        _said.ShouldContain(text => text.Contains("still running", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_AfterTheServerWasKilled_KeepsWhatWasCommitted()
    {
        await ExecuteAsync(await StartAsync(), "create table kept (id int); insert into kept values (7)");
        using (var server = Process.GetProcessById(ServerProcess()))
        {
            server.Kill();
        }

        (await ScalarAsync(await StartAsync(), "select id from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task Start_WithAPidFileThatNamesAnotherLivingProcess_RemovesIt()
    {
        var first = await StartAsync();
        await first.StopAsync();
        await File.WriteAllTextAsync(PidFile, $"{Environment.ProcessId}\n{Home}/data\n0\n5432\n{Home}/run\n\n");

        (await ScalarAsync(await StartAsync(), "select 1")).ShouldBe(1);

        _said.ShouldContain(text => text.Contains("lock file of a PostgreSQL that is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_AfterAnInitializationThatWasCutOff_BeginsAgain()
    {
        Directory.CreateDirectory(Path.Combine(Home, "data.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(Home, "data.new", "PG_VERSION"), "15\n");

        (await ScalarAsync(await StartAsync(), "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Start_WithADamagedDataFolder_SaysWhatToDo()
    {
        var first = await StartAsync();
        await first.StopAsync();
        File.Delete(Path.Combine(Home, "data", "global", "pg_control"));

        var refusal = await Should.ThrowAsync<StartRefusedException>(StartAsync);

        refusal.Message.ShouldContain("pg_control");
        refusal.Message.ShouldContain("backup");
        refusal.Message.ShouldContain("SMSPORTAL_DATA");
    }

    [Fact]
    public async Task Start_WithDataOfAVersionThatIsNotInstalled_NamesTheVersion()
    {
        Directory.CreateDirectory(Path.Combine(Home, "data"));
        await File.WriteAllTextAsync(Path.Combine(Home, "data", "PG_VERSION"), "9\n");

        (await Should.ThrowAsync<StartRefusedException>(StartAsync)).Message.ShouldContain("PostgreSQL 9");
    }

    [Fact]
    public async Task Start_InAFolderWithALongName_StillHasASocket()
    {
        var server = new EmbeddedPostgres(_folder.At(new string('x', 120)), _said.Add);
        _servers.Add(server);

        await server.StartAsync();

        (await ScalarAsync(server, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Files_AfterAStart_AreForTheirOwnerOnly()
    {
        await StartAsync();

        foreach (var path in new[] { Home, Path.Combine(Home, "data"), Path.Combine(Home, "run"), Path.Combine(Home, "password") })
        {
            ((int)File.GetUnixFileMode(path) & 0b000_111_111).ShouldBe(0, path);
        }

        File.Exists(Path.Combine(Home, "password.initdb")).ShouldBeFalse();
    }

    private int ServerProcess() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private async Task<EmbeddedPostgres> StartAsync()
    {
        var server = new EmbeddedPostgres(Home, _said.Add);
        await server.StartAsync();
        _servers.Add(server);
        return server;
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql) => await ScalarAsync(server, sql);

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString());
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
