using Npgsql;
using NpgsqlTypes;
using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>
/// Hands out lines that are due, in batches that no two polls share. A batch carries a lease; the statement that writes what came of it checks the lease again, so
/// that a node that was frozen and wakes finds its late writes refused.
/// </summary>
public sealed class PollClaims(NpgsqlDataSource source)
{
    /// <summary>Takes lines that are due, watched ones first, and holds them until <paramref name="until"/>.</summary>
    public async Task<IReadOnlyList<ClaimedLine>> ClaimAsync(int accountId, IReadOnlyCollection<LineKind> kinds, int take, Guid lease, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH due AS (
                SELECT id FROM phone_line
                WHERE account_id = @account AND poll_due_at <= @now AND kind = ANY (@kinds) AND gone_at IS NULL AND (poll_lease_until IS NULL OR poll_lease_until <= @now)
                ORDER BY coalesce(watched_until > @now, false) DESC, poll_due_at LIMIT @take
                FOR UPDATE SKIP LOCKED)
            UPDATE phone_line l SET poll_lease = @lease, poll_lease_until = @until FROM due WHERE l.id = due.id
            RETURNING l.id, l.line_key, l.kind, l.number, l.created_at, l.expires_at, l.history_read_at, l.polled_at, l.poll_due_at, l.watched_until, l.poll_failure, l.auto_check_since, l.auto_check_wanted
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("kinds", kinds.Select(kind => (int)kind).ToArray());
        command.Parameters.AddWithValue("take", take);
        command.Parameters.AddWithValue("lease", lease);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("until", until.UtcDateTime);
        var lines = new List<ClaimedLine>(take);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(Read(reader));
        }

        return lines;
    }

    /// <summary>Writes what came of a batch, for the lines that still carry the lease; returns how many did. What tabs show of a line is told when it changed.</summary>
    public async Task<int> CompleteAsync(Guid lease, IReadOnlyList<PolledLine> polled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (polled.Count == 0)
        {
            return 0;
        }

        await using var command = source.CreateCommand("""
            WITH done AS MATERIALIZED (SELECT * FROM unnest(@ids, @dues, @failures, @reads, @conditions, @expires, @actives) AS d(id, due_at, failure, was_read, has_condition, expires_at, active_until)),
            before AS MATERIALIZED (
                SELECT l.id, l.poll_failure, l.expires_at, l.active_until FROM phone_line l JOIN done d ON d.id = l.id WHERE l.poll_lease = @lease FOR UPDATE OF l),
            written AS (
                UPDATE phone_line l SET polled_at = @now, poll_due_at = CASE WHEN l.gone_at IS NULL THEN d.due_at END, poll_failure = d.failure, poll_lease = NULL, poll_lease_until = NULL,
                    history_read_at = CASE WHEN d.was_read THEN coalesce(l.history_read_at, @now) ELSE l.history_read_at END,
                    expires_at = coalesce(d.expires_at, l.expires_at), active_until = CASE WHEN d.has_condition THEN d.active_until ELSE l.active_until END
                FROM done d JOIN before b ON b.id = d.id WHERE l.id = d.id AND l.poll_lease = @lease
                RETURNING l.id, (l.poll_failure, l.expires_at, l.active_until) IS DISTINCT FROM (b.poll_failure, b.expires_at, b.active_until) AS shows),
            told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'l:' || string_agg(id::text, ',')) AS sent FROM written WHERE shows HAVING count(*) BETWEEN 1 AND 500)
            SELECT count(*)::int, (SELECT count(*) FROM told) FROM written
            """);
        var conditions = polled.Select(line => line.Condition).ToArray();
        command.Parameters.AddWithValue("lease", lease);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("ids", polled.Select(line => line.LineId).ToArray());
        command.Parameters.AddWithValue("dues", polled.Select(line => line.DueAt.UtcDateTime).ToArray());
        command.Parameters.Add(new NpgsqlParameter("failures", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = polled.Select(line => line.Failure).ToArray() });
        command.Parameters.AddWithValue("reads", polled.Select(line => line.WasRead).ToArray());
        command.Parameters.AddWithValue("conditions", conditions.Select(condition => condition is not null).ToArray());
        command.Parameters.Add(new NpgsqlParameter("expires", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz) { Value = conditions.Select(condition => condition?.ExpiresAt?.UtcDateTime).ToArray() });
        command.Parameters.Add(new NpgsqlParameter("actives", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz) { Value = conditions.Select(condition => condition?.ActiveUntil?.UtcDateTime).ToArray() });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Gives lines back that were not polled; they stay due.</summary>
    public async Task ReleaseAsync(Guid lease, IReadOnlyCollection<long> lines, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("UPDATE phone_line SET poll_lease = NULL, poll_lease_until = NULL WHERE id = ANY ($1) AND poll_lease = $2");
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. lines] });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = lease });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static ClaimedLine Read(NpgsqlDataReader reader)
    {
        return new ClaimedLine
        {
            Id = reader.GetInt64(0), LineKey = reader.GetString(1), Kind = (LineKind)reader.GetInt32(2), Number = reader.IsDBNull(3) ? null : reader.GetString(3), CreatedAt = reader.GetFieldValue<DateTimeOffset>(4),
            ExpiresAt = Time(5), HistoryReadAt = Time(6), PolledAt = Time(7), PollDueAt = Time(8), WatchedUntil = Time(9), PollFailure = reader.IsDBNull(10) ? null : reader.GetString(10),
            AutoCheckSince = Time(11), AutoCheckWanted = reader.GetBoolean(12),
        };

        DateTimeOffset? Time(int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<DateTimeOffset>(i);
    }
}
