using Npgsql;
using SmsPortal.Model;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Storage;

/// <summary>Reads what stands around lines, each query with the viewer first; nothing is said of a line that the viewer may not see.</summary>
public sealed class LineDetailQueries(NpgsqlDataSource source)
{
    /// <summary>Who was granted the lines, teams first; for admins only, others get nothing.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<LineHolder>>> HoldersAsync(Viewer viewer, IReadOnlyCollection<long> lineIds, CancellationToken cancellationToken)
    {
        if (!viewer.SeesAll || lineIds.Count == 0)
        {
            return new Dictionary<long, IReadOnlyList<LineHolder>>();
        }

        await using var command = source.CreateCommand("""
            SELECT x.line_id, coalesce(t.name, u.display_name), x.group_name, g.level, g.with_history, g.ends_at,
                CASE WHEN t.id IS NOT NULL THEN (SELECT count(*)::int FROM team_member m JOIN identity_users p ON p.id = m.user_id AND p.disabled_at IS NULL WHERE m.team_id = t.id) END
            FROM (
                SELECT id AS grant_id, line_id, NULL AS group_name FROM access_grant WHERE line_id = ANY (@ids)
                UNION ALL
                SELECT a.id, m.line_id, lg.name FROM access_grant a JOIN line_group_member m ON m.group_id = a.group_id JOIN line_group lg ON lg.id = a.group_id WHERE m.line_id = ANY (@ids)) x
            JOIN access_grant g ON g.id = x.grant_id LEFT JOIN team t ON t.id = g.team_id LEFT JOIN identity_users u ON u.id = g.user_id
            WHERE (g.ends_at IS NULL OR g.ends_at > now()) AND (t.id IS NOT NULL OR u.disabled_at IS NULL)
            ORDER BY x.line_id, t.id IS NULL, lower(coalesce(t.name, u.display_name)), x.group_name NULLS FIRST
            """);
        command.Parameters.AddWithValue("ids", lineIds.ToArray());
        return await GroupAsync(command, r => new LineHolder(r.GetString(1), r.IsDBNull(6) ? null : r.GetInt32(6), Text(r, 2), (AccessLevel)r.GetInt32(3), r.GetBoolean(4), Time(r, 5)), cancellationToken);
    }

    /// <summary>The accounts of all lines that the viewer may see.</summary>
    public async Task<IReadOnlyDictionary<int, LineAccount>> AccountsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT a.id, a.state, h.failure_kind, h.consecutive_failures FROM vendor_account a JOIN account_health h ON h.account_id = a.id
            WHERE EXISTS (SELECT 1 FROM phone_line l WHERE l.account_id = a.id AND l.id IN (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v))
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        var accounts = new Dictionary<int, LineAccount>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            accounts[reader.GetInt32(0)] = new LineAccount((AccountState)reader.GetInt32(1), Text(reader, 2), reader.GetInt32(3));
        }

        return accounts;
    }

    /// <summary>The newest check of each telephone among the lines.</summary>
    public async Task<IReadOnlyDictionary<long, LineCheck>> ChecksAsync(Viewer viewer, IReadOnlyCollection<long> lineIds, CancellationToken cancellationToken)
    {
        if (lineIds.Count == 0)
        {
            return new Dictionary<long, LineCheck>();
        }

        await using var command = source.CreateCommand($"""
            SELECT i.line_id, c.state, c.requested_at, c.ended_at, c.note
            FROM (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v WHERE v.line_id = ANY (@ids)) i
            CROSS JOIN LATERAL (SELECT * FROM sms_check s WHERE s.line_id = i.line_id ORDER BY s.id DESC LIMIT 1) c
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("ids", lineIds.ToArray());
        var checks = await GroupAsync(command, r => new LineCheck((CheckState)r.GetInt32(1), r.GetFieldValue<DateTimeOffset>(2), Time(r, 3), Text(r, 4)), cancellationToken);
        return checks.ToDictionary(check => check.Key, check => check.Value[0]);
    }

    /// <summary>The numbers that the line carried, the newest first; empty when the viewer may not see it.</summary>
    public async Task<IReadOnlyList<LineNumber>> NumbersAsync(Viewer viewer, long lineId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT n.id, n.number, n.e164, n."from", n.until FROM line_number n
            WHERE n.line_id = @line AND n.line_id IN (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v)
            ORDER BY n."from" DESC, n.id DESC LIMIT 200
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("line", lineId);
        var numbers = new List<LineNumber>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(new LineNumber { Id = reader.GetInt64(0), LineId = lineId, Number = reader.GetString(1), E164 = Text(reader, 2), From = reader.GetFieldValue<DateTimeOffset>(3), Until = Time(reader, 4) });
        }

        return numbers;
    }

    private static async Task<IReadOnlyDictionary<long, IReadOnlyList<T>>> GroupAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<(long LineId, T Row)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetInt64(0), read(reader)));
        }

        return rows.GroupBy(row => row.LineId).ToDictionary(line => line.Key, line => (IReadOnlyList<T>)[.. line.Select(row => row.Row)]);
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
