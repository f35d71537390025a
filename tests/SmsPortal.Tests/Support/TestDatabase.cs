using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace SmsPortal.Tests.Support;

/// <summary>
/// Fresh databases for tests, on the server of <see cref="TestPostgres"/>. Migrations run once per process, into a template;
/// a database is a copy of it (some tens of milliseconds).
/// </summary>
public static class TestDatabase
{
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim OneAtATime = new(1, 1); // a template that is being copied refuses a second copy for a moment
    private static int _count;

    /// <summary>A new, empty database; its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync() => await CreateAsync(template: null);

    /// <summary>A new database as <paramref name="migrate"/> leaves one (called once per process with a connection string).</summary>
    public static async Task<string> CreateDatabaseAsync(Func<string, Task> migrate)
    {
        var template = Templates.GetOrAdd(migrate.Method, _ => new Lazy<Task<string>>(() => MakeTemplateAsync(migrate)));
        return await CreateAsync(await template.Value);
    }

    /// <summary>Drops a database made here, whoever is connected to it.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var ours = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(ours);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");
    }

    private static async Task<string> MakeTemplateAsync(Func<string, Task> migrate)
    {
        var connectionString = await CreateAsync(template: null);
        await migrate(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString); // a template with a connection cannot be copied
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task<string> CreateAsync(string? template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"smsportal_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}");
        await OneAtATime.WaitAsync();
        try
        {
            await ExecuteAsync(template is null ? $"CREATE DATABASE \"{name}\"" : $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"");
        }
        finally
        {
            OneAtATime.Release();
        }

        return new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync()) { Database = name }.ConnectionString;
    }

    private static async Task ExecuteAsync(string sql)
    {
        var administrator = new NpgsqlConnectionStringBuilder(await TestPostgres.ConnectionStringAsync()) { Pooling = false };
        await using var connection = new NpgsqlConnection(administrator.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
