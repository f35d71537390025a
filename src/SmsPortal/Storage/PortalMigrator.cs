using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SmsPortal.Storage;

/// <summary>Brings a database to the state of this build.</summary>
public static class PortalMigrator
{
    /// <summary>Applies what is missing, under an advisory lock, so that nodes which start together wait for the first.</summary>
    public static async Task MigrateAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        await using var source = StorageRoom.DataSource(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using var turn = await source.OpenConnectionAsync(cancellationToken);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_lock(720001)", turn) { CommandTimeout = 300 })
        {
            await take.ExecuteNonQueryAsync(cancellationToken);
        }

        var options = new DbContextOptionsBuilder<PortalDb>();
        StorageRoom.Configure(options, source);
        await using var db = new PortalDb(options.Options);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
