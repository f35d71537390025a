using Npgsql;

namespace SmsPortal.Storage;

/// <summary>
/// Keeps <c>line_access</c>, the sum of all grants, and tells every node whose access changed. Everything that changes grants, teams, groups, roles or a
/// person's state ends here, in its own transaction.
/// </summary>
public sealed class AccessWriter(NpgsqlDataSource source, TimeProvider time)
{
    // A grant on a group reaches every line of it, a grant to a team every person of it. Without history only texts after the grant are seen.
    private const string Rebuild = """
        WITH wanted AS MATERIALIZED (
            SELECT w.user_id, w.line_id, max(w.level) AS level, min(w.visible_after) AS visible_after, min(w.read_up_to) AS read_up_to
            FROM (
                SELECT coalesce(g.user_id, t.user_id) AS user_id, coalesce(g.line_id, m.line_id) AS line_id, g.level,
                       CASE WHEN g.with_history THEN 0 ELSE g.message_id_at_grant END AS visible_after, g.message_id_at_grant AS read_up_to
                FROM access_grant g
                LEFT JOIN team_member t ON t.team_id = g.team_id
                LEFT JOIN line_group_member m ON m.group_id = g.group_id
                WHERE g.ends_at IS NULL OR g.ends_at > @now) w
            JOIN identity_users u ON u.id = w.user_id AND u.disabled_at IS NULL
            WHERE w.user_id IS NOT NULL AND w.line_id IS NOT NULL
            GROUP BY w.user_id, w.line_id),
        gone AS (
            DELETE FROM line_access a WHERE NOT EXISTS (SELECT 1 FROM wanted w WHERE w.user_id = a.user_id AND w.line_id = a.line_id) RETURNING a.user_id),
        kept AS (
            INSERT INTO line_access AS a (user_id, line_id, level, visible_after, read_up_to)
            SELECT user_id, line_id, level, visible_after, read_up_to FROM wanted
            ON CONFLICT (user_id, line_id) DO UPDATE SET level = excluded.level, visible_after = excluded.visible_after, read_up_to = excluded.read_up_to
            WHERE (a.level, a.visible_after, a.read_up_to) IS DISTINCT FROM (excluded.level, excluded.visible_after, excluded.read_up_to)
            RETURNING a.user_id),
        people AS (SELECT user_id FROM gone UNION SELECT user_id FROM kept),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'g:' || CASE WHEN count(*) <= 100 THEN string_agg(user_id::text, ',') ELSE '*' END) AS done FROM people HAVING count(*) > 0)
        SELECT count(*), (SELECT count(*) FROM told) FROM people
        """;

    /// <summary>Brings <c>line_access</c> in line with the grants; also called every minute, for grants that ended by themselves.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RefreshAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same inside the caller's transaction.</summary>
    public async Task RefreshAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(720101)", connection))
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var command = new NpgsqlCommand(Rebuild, connection);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Tells every node that a person's state changed (disabled, role, password, signed out): circuits check again at once.</summary>
    public async Task AnnouncePersonAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT pg_notify('portal_feed', 'p:' || $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = userId.ToString() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
