using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>Reads grants, teams and line groups for the access page. Who is no admin gets empty answers.</summary>
public sealed class GrantQueries(NpgsqlDataSource source)
{
    /// <summary>What people call a line (<see cref="LineRow.DisplayName"/>), with its number where that says something else.</summary>
    private const string LineName = "coalesce(l.label, l.vendor_label, l.service, l.e164, l.number, l.line_key)";

    /// <summary>All grants, the newest first.</summary>
    public Task<IReadOnlyList<GrantRow>> ListAsync(Viewer viewer, CancellationToken cancellationToken) => ReadAsync(viewer, $"""
        SELECT g.id, g.line_id, g.group_id, coalesce(lg.name, {LineName}), g.user_id, g.team_id, coalesce(t.name, u.display_name), g.level, g.with_history, g.created_at, g.ends_at,
            CASE WHEN g.line_id IS NOT NULL THEN 1 ELSE (SELECT count(*)::int FROM line_group_member m WHERE m.group_id = g.group_id) END,
            (SELECT count(*)::int FROM identity_users p WHERE p.disabled_at IS NULL AND (p.id = g.user_id OR p.id IN (SELECT m.user_id FROM team_member m WHERE m.team_id = g.team_id)))
        FROM access_grant g LEFT JOIN phone_line l ON l.id = g.line_id LEFT JOIN line_group lg ON lg.id = g.group_id
            LEFT JOIN identity_users u ON u.id = g.user_id LEFT JOIN team t ON t.id = g.team_id
        ORDER BY g.id DESC LIMIT 2000
        """, null, r => new GrantRow
    {
        Id = r.GetInt32(0), Target = new GrantTarget(Value<long>(r, 1), Value<int>(r, 2)), TargetName = r.GetString(3), Holder = new GrantHolder(Value<Guid>(r, 4), Value<int>(r, 5)), HolderName = r.GetString(6),
        Level = (AccessLevel)r.GetInt32(7), WithHistory = r.GetBoolean(8), CreatedAt = r.GetFieldValue<DateTimeOffset>(9), EndsAt = Value<DateTimeOffset>(r, 10), Reach = new GrantReach(r.GetInt32(11), r.GetInt32(12)),
    }, cancellationToken);

    /// <summary>Teams with their people.</summary>
    public async Task<IReadOnlyList<GroupRow<Guid>>> TeamsAsync(Viewer viewer, CancellationToken cancellationToken) => Grouped(await ReadAsync(viewer, """
        SELECT t.id, t.name, u.id, u.display_name FROM team t LEFT JOIN team_member m ON m.team_id = t.id LEFT JOIN identity_users u ON u.id = m.user_id
        ORDER BY lower(t.name), t.id, lower(u.display_name)
        """, null, r => (r.GetInt32(0), r.GetString(1), Member<Guid>(r)), cancellationToken));

    /// <summary>Line groups with their lines.</summary>
    public async Task<IReadOnlyList<GroupRow<long>>> GroupsAsync(Viewer viewer, CancellationToken cancellationToken) => Grouped(await ReadAsync(viewer, $"""
        SELECT g.id, g.name, l.id, {LineName} FROM line_group g LEFT JOIN line_group_member m ON m.group_id = g.id LEFT JOIN phone_line l ON l.id = m.line_id
        ORDER BY lower(g.name), g.id, lower({LineName})
        """, null, r => (r.GetInt32(0), r.GetString(1), Member<long>(r)), cancellationToken));

    /// <summary>Everybody who may read the line, once for every reason.</summary>
    public Task<IReadOnlyList<LineReader>> ReadersAsync(Viewer viewer, long lineId, CancellationToken cancellationToken) => ReadAsync(viewer, """
        SELECT u.id, u.display_name, true, NULL, NULL, 2, true, NULL::timestamptz FROM identity_users u JOIN identity_user_roles ur ON ur.user_id = u.id JOIN identity_roles r ON r.id = ur.role_id
        WHERE r.name = @admin AND u.disabled_at IS NULL
        UNION ALL
        SELECT u.id, u.display_name, false, t.name, lg.name, g.level, g.with_history, g.ends_at
        FROM access_grant g LEFT JOIN team t ON t.id = g.team_id LEFT JOIN line_group lg ON lg.id = g.group_id LEFT JOIN team_member m ON m.team_id = g.team_id
            JOIN identity_users u ON u.id = coalesce(g.user_id, m.user_id) AND u.disabled_at IS NULL
        WHERE (g.line_id = @line OR g.group_id IN (SELECT group_id FROM line_group_member WHERE line_id = @line)) AND (g.ends_at IS NULL OR g.ends_at > now())
        ORDER BY 3, 2, 1
        """, parameters =>
    {
        parameters.AddWithValue("line", lineId);
        parameters.AddWithValue("admin", PortalRoles.Admin);
    }, r => new LineReader(r.GetGuid(0), r.GetString(1), r.GetBoolean(2), Text(r, 3), Text(r, 4), (AccessLevel)r.GetInt32(5), r.GetBoolean(6), Value<DateTimeOffset>(r, 7)), cancellationToken);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Viewer viewer, string sql, Action<NpgsqlParameterCollection>? fill, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        if (!viewer.SeesAll)
        {
            return [];
        }

        await using var command = source.CreateCommand(sql);
        fill?.Invoke(command.Parameters);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static IReadOnlyList<GroupRow<T>> Grouped<T>(IEnumerable<(int Id, string Name, Named<T>? Member)> rows) =>
        [.. rows.GroupBy(row => (row.Id, row.Name)).Select(group => new GroupRow<T>(group.Key.Id, group.Key.Name, [.. group.Select(row => row.Member).OfType<Named<T>>()]))];

    private static Named<T>? Member<T>(NpgsqlDataReader r) => r.IsDBNull(2) ? null : new Named<T>(r.GetFieldValue<T>(2), r.GetString(3));

    private static T? Value<T>(NpgsqlDataReader r, int column)
        where T : struct => r.IsDBNull(column) ? null : r.GetFieldValue<T>(column);

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}
