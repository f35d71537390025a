using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>Marks a database as demo or real at its first start, so that the two never mix.</summary>
internal static class DatabaseKind
{
    private const string Demo = "demo";
    private const string Real = "real";

    // The lock is for two nodes that start at once on a new database; its number is arbitrary.
    private const string Prepare = """
        select pg_advisory_xact_lock(7767001);
        create table if not exists portal_kind (kind text not null);
        """;

    private const string Ask = """
        select (select kind from portal_kind limit 1),
               exists (select from information_schema.tables where table_schema = 'public' and table_name <> 'portal_kind')
        """;

    /// <exception cref="StartRefusedException">The database is of the other kind.</exception>
    public static async Task ClaimAsync(NpgsqlConnection connection, bool demo, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, Prepare, cancellationToken);
        var (kind, hasTables) = await AskAsync(connection, cancellationToken);
        if (!demo && kind == Demo)
        {
            throw new StartRefusedException("This database holds demo data, and a plain start does not run on it: name another database in SMSPORTAL_CONNECTION_STRING (or another folder in SMSPORTAL_DATA), or start with --demo.");
        }

        if (demo && (kind == Real || (kind is null && hasTables)))
        {
            throw new StartRefusedException("This database holds real data, and a demo does not run on it: leave SMSPORTAL_CONNECTION_STRING empty for a demo, or name an empty database in it.");
        }

        if (kind is null)
        {
            await ExecuteAsync(connection, $"insert into portal_kind values ('{(demo ? Demo : Real)}')", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<(string? Kind, bool HasTables)> AskAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Ask, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetBoolean(1));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
