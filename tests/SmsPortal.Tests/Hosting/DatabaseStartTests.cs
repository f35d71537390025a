using System.Runtime.Versioning;
using Npgsql;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

[UnsupportedOSPlatform("windows")]
public sealed class DatabaseStartTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly List<string> _said = [];

    public DatabaseStartTests() => File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_001_001); // the server's user passes through

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Resolve_WithoutAConnectionString_StartsAPrivateDatabaseAndSaysWhere()
    {
        await using (var first = await ResolveAsync(Private()))
        {
            await ScalarAsync(first.ConnectionString, "create table kept (id int); insert into kept values (7)");
        }

        Directory.EnumerateFiles(_folder.Path, "postmaster.pid", new EnumerationOptions { RecurseSubdirectories = true }).ShouldBeEmpty();
        await using var second = await ResolveAsync(Private());

        (await ScalarAsync(second.ConnectionString, "select id from kept")).ShouldBe(7);
        _said.ShouldContain(text => text.Contains(_folder.Path, StringComparison.Ordinal));
        _said.ShouldAllBe(text => !text.Contains(new NpgsqlConnectionStringBuilder(second.ConnectionString).Password!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resolve_WhileAnotherPortalUsesTheFolder_IsRefusedAndLeavesItRunning()
    {
        await using var first = await ResolveAsync(Private());

        var refusal = await Should.ThrowAsync<StartRefusedException>(() => ResolveAsync(Private()));

        refusal.Message.ShouldContain(_folder.Path);
        refusal.Message.ShouldContain("SMSPORTAL_DATA");
        (await ScalarAsync(first.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Resolve_InAFolderThatIsAFile_SaysWhatToDo()
    {
        await File.WriteAllTextAsync(_folder.At("file"), "");

        (await Should.ThrowAsync<StartRefusedException>(() => ResolveAsync(new PortalOptions { DataFolder = _folder.At("file") }))).Message.ShouldContain("SMSPORTAL_DATA");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resolve_OnADatabaseOfTheOtherKind_IsRefused(bool demoFirst)
    {
        var database = await TestDatabase.CreateDatabaseAsync();
        try
        {
            await using (await ResolveAsync(Given(database, demoFirst)))
            {
            }

            await using (await ResolveAsync(Given(database, demoFirst)))
            {
            }

            (await Should.ThrowAsync<StartRefusedException>(() => ResolveAsync(Given(database, !demoFirst)))).Message.ShouldContain("demo");
        }
        finally
        {
            await TestDatabase.DropDatabaseAsync(database);
        }
    }

    [Fact]
    public async Task Demo_OnAnUnmarkedDatabaseWithTables_IsRefused()
    {
        var database = await TestDatabase.CreateDatabaseAsync();
        try
        {
            await ScalarAsync(database, "create table somebodys_work (id int)");

            await Should.ThrowAsync<StartRefusedException>(() => ResolveAsync(Given(database, demo: true)));
        }
        finally
        {
            await TestDatabase.DropDatabaseAsync(database);
        }
    }

    [Fact]
    public async Task TwoNodes_ThatStartAtOnceOnANewDatabase_BothStart()
    {
        var database = await TestDatabase.CreateDatabaseAsync();
        try
        {
            var nodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ResolveAsync(Given(database, demo: false))));

            (await ScalarAsync(database, "select count(*) from portal_kind")).ShouldBe(1L);
            nodes.ShouldAllBe(node => node.ConnectionString == database);
        }
        finally
        {
            await TestDatabase.DropDatabaseAsync(database);
        }
    }

    [Fact]
    public async Task Resolve_WithAWrongPassword_NamesTheVariableAndNotThePassword()
    {
        var wrong = new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync()) { Username = "nobody", Password = "canary" };

        var refusal = await Should.ThrowAsync<StartRefusedException>(() => ResolveAsync(Given(wrong.ConnectionString, demo: false)));

        refusal.Message.ShouldContain("SMSPORTAL_CONNECTION_STRING");
        refusal.Message.ShouldNotContain("canary");
    }

    private PortalOptions Private() => new() { DataFolder = _folder.At("data") };

    private PortalOptions Given(string connectionString, bool demo) => new() { DataFolder = _folder.At("unused"), ConnectionString = connectionString, Demo = demo };

    private Task<DatabaseStart> ResolveAsync(PortalOptions options) => DatabaseStart.ResolveAsync(options, _said.Add);

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
