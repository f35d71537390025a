using Npgsql;
using Shouldly;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Hosting;

/// <summary>The databases that other tests stand on.</summary>
public sealed class TestDatabaseTests
{
    private static int _migrated;

    [Fact]
    public async Task TwoDatabases_OfOneTemplate_AreMigratedOnceAndKnowNothingOfEachOther()
    {
        var first = await TestDatabase.CreateDatabaseAsync(MigrateAsync);
        var second = await TestDatabase.CreateDatabaseAsync(MigrateAsync);
        try
        {
            await ScalarAsync(first, "insert into thing values (2)");

            (await ScalarAsync(first, "select count(*) from thing")).ShouldBe(2L);
            (await ScalarAsync(second, "select count(*) from thing")).ShouldBe(1L);
            _migrated.ShouldBe(1);
        }
        finally
        {
            await TestDatabase.DropDatabaseAsync(first);
            await TestDatabase.DropDatabaseAsync(second);
        }

        (await Should.ThrowAsync<PostgresException>(() => ScalarAsync(first, "select 1"))).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        Interlocked.Increment(ref _migrated);
        await ScalarAsync(connectionString, "create table thing (id int); insert into thing values (1)");
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
