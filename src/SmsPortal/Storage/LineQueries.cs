using Npgsql;
using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>Reads lines, each query with the viewer first.</summary>
public sealed class LineQueries(NpgsqlDataSource source)
{
    private const string Columns = """
        l.id, l.account_id, a.vendor_key, a.name, l.line_key, l.kind, l.label, l.vendor_label, l.number, l.e164, l.country, l.service, l.vendor_state, l.expires_at, l.active_until, l.gone_at,
        l.last_message_at, l.polled_at, l.poll_due_at, l.poll_failure, l.auto_check_since, l.auto_check_wanted,
        (SELECT coalesce(array_agg(g.name ORDER BY g.name), '{}') FROM line_group_member m JOIN line_group g ON g.id = m.group_id WHERE m.line_id = l.id)
        """;

    /// <summary>The lines the viewer may see, the ones with the newest text first.</summary>
    public async Task<IReadOnlyList<LineRow>> ListAsync(Viewer viewer, LineFilter filter, int take, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT {Columns}
            FROM phone_line l JOIN vendor_account a ON a.id = l.account_id
            WHERE l.id IN (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v) {filter.ToSql()}
            ORDER BY l.last_message_at DESC NULLS LAST, l.id DESC LIMIT {take}
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        filter.Fill(command);
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>How many lines match, counted up to 10,000.</summary>
    public async Task<int> CountAsync(Viewer viewer, LineFilter filter, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT count(*)::int FROM (SELECT 1 FROM phone_line l JOIN vendor_account a ON a.id = l.account_id
            WHERE l.id IN (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v) {filter.ToSql()} LIMIT 10000) c
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        filter.Fill(command);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The line, when the viewer may see it.</summary>
    public async Task<LineRow?> FindAsync(Viewer viewer, long lineId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            SELECT {Columns} FROM phone_line l JOIN vendor_account a ON a.id = l.account_id
            WHERE l.id = @line AND l.id IN (SELECT v.line_id FROM ({Visibility.Lines(viewer)}) v)
            """);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("line", lineId);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Lines by id for the node's directory; who asks has checked the viewer already. Null = all.</summary>
    internal async Task<IReadOnlyList<LineRow>> DirectoryAsync(IReadOnlyCollection<long>? ids, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT {Columns} FROM phone_line l JOIN vendor_account a ON a.id = l.account_id {(ids is null ? "" : "WHERE l.id = ANY (@ids)")}");
        if (ids is not null)
        {
            command.Parameters.AddWithValue("ids", ids.ToArray());
        }

        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<LineRow>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var lines = new List<LineRow>();
        await using var r = await command.ExecuteReaderAsync(cancellationToken);
        while (await r.ReadAsync(cancellationToken))
        {
            lines.Add(new LineRow
            {
                Id = r.GetInt64(0), AccountId = r.GetInt32(1), VendorKey = r.GetString(2), AccountName = r.GetString(3), LineKey = r.GetString(4), Kind = (LineKind)r.GetInt32(5),
                Label = Text(6), VendorLabel = Text(7), Number = Text(8), E164 = Text(9), Country = Text(10), Service = Text(11), VendorState = Text(12),
                ExpiresAt = Time(13), ActiveUntil = Time(14), GoneAt = Time(15), LastMessageAt = Time(16), PolledAt = Time(17), PollDueAt = Time(18), PollFailure = Text(19),
                AutoCheckSince = Time(20), AutoCheckWanted = r.GetBoolean(21), Groups = r.GetFieldValue<string[]>(22),
            });
        }

        return lines;

        string? Text(int column) => r.IsDBNull(column) ? null : r.GetString(column);
        DateTimeOffset? Time(int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateTimeOffset>(column);
    }
}
