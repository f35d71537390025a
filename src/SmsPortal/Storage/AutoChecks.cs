using Npgsql;
using NpgsqlTypes;

namespace SmsPortal.Storage;

/// <summary>
/// Whether SMSPins' own repeated checking of a telephone is wanted, and since when it is assumed on: its state cannot be read at the vendor. Making a line due takes
/// its lease away, so that a poll on its way cannot put the moment off again.
/// </summary>
public sealed class AutoChecks(NpgsqlDataSource source)
{
    /// <summary>An admin wants it, or no longer; the line is due at once. Returns the account, null when there is no such open telephone.</summary>
    public async Task<int?> SetWantedAsync(long lineId, bool wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH written AS (UPDATE phone_line SET auto_check_wanted = @wanted, poll_due_at = @now, poll_lease = NULL, poll_lease_until = NULL WHERE id = @line AND kind = 5 AND gone_at IS NULL RETURNING id, account_id),
            told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'l:' || id) AS sent, account_id FROM written)
            SELECT account_id, sent::text FROM told
            """);
        command.Parameters.AddWithValue("line", lineId);
        command.Parameters.AddWithValue("wanted", wanted);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    /// <summary>It is assumed on since then; null = off.</summary>
    public Task AssumeAsync(long lineId, DateTimeOffset? since, CancellationToken cancellationToken) =>
        WriteAsync("auto_check_since = @since", lineId, since, cancellationToken);

    /// <summary>The telephone expired: nothing is renewed any more.</summary>
    public Task StopAsync(long lineId, CancellationToken cancellationToken) =>
        WriteAsync("auto_check_wanted = false, auto_check_since = @since", lineId, null, cancellationToken);

    /// <summary>After midnight Eastern: every telephone that wants it is due. Returns their accounts.</summary>
    public async Task<IReadOnlyList<int>> MakeDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH due AS (UPDATE phone_line SET poll_due_at = least(poll_due_at, $1), poll_lease = NULL, poll_lease_until = NULL WHERE auto_check_wanted AND gone_at IS NULL RETURNING account_id)
            SELECT DISTINCT account_id FROM due
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        var accounts = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts.Add(reader.GetInt32(0));
        }

        return accounts;
    }

    private async Task WriteAsync(string set, long lineId, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"WITH written AS (UPDATE phone_line SET {set} WHERE id = @line RETURNING id) SELECT pg_notify('portal_feed', 'l:' || id) FROM written");
        command.Parameters.AddWithValue("line", lineId);
        command.Parameters.Add(new NpgsqlParameter("since", NpgsqlDbType.TimestampTz) { Value = since is { } time ? time.UtcDateTime : DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
