using Npgsql;
using NpgsqlTypes;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>Our own groups of lines, over all vendors. Lists of lines show them, so lines that change their group are told too.</summary>
public sealed class LineGroupDesk(AccessChange change)
{
    // One notification holds about 8,000 bytes: beyond some hundred lines all are told to be read again.
    private const string Tell = "pg_notify('portal_feed', 'l:' || CASE WHEN count(*) <= 300 THEN string_agg(line_id::text, ',') ELSE '*' END)";

    public Task<AccessProblem?> CreateAsync(Viewer actor, string name, CancellationToken cancellationToken) =>
        NamedAsync(actor, name, "INSERT INTO line_group (name) VALUES (btrim(@name))", 0, cancellationToken);

    public Task<AccessProblem?> RenameAsync(Viewer actor, int groupId, string name, CancellationToken cancellationToken) =>
        NamedAsync(actor, name, $"UPDATE line_group SET name = btrim(@name) WHERE id = @group; {Announce}", groupId, cancellationToken);

    /// <summary>Removes the group with its grants; the lines stay.</summary>
    public Task<AccessProblem?> DeleteAsync(Viewer actor, int groupId, CancellationToken cancellationToken) =>
        change.RunAsync(actor, $"{Announce} DELETE FROM line_group WHERE id = @group", parameters => Add(parameters, groupId), cancellationToken);

    /// <summary>Takes lines in; those in already stay.</summary>
    public Task<AccessProblem?> AddAsync(Viewer actor, int groupId, IReadOnlyCollection<long> lines, CancellationToken cancellationToken) =>
        change.RunAsync(actor, $"""
            INSERT INTO line_group_member (group_id, line_id) SELECT @group, unnest(@lines) ON CONFLICT (group_id, line_id) DO UPDATE SET group_id = excluded.group_id;
            SELECT {Tell} FROM unnest(@lines) AS l(line_id) HAVING count(*) > 0
            """, parameters => Add(parameters, groupId, lines), cancellationToken);

    public Task<AccessProblem?> RemoveAsync(Viewer actor, int groupId, long lineId, CancellationToken cancellationToken) =>
        change.RunAsync(actor, """
            DELETE FROM line_group_member WHERE group_id = @group AND line_id = ANY (@lines);
            SELECT pg_notify('portal_feed', 'l:' || line_id) FROM unnest(@lines) AS l(line_id)
            """, parameters => Add(parameters, groupId, [lineId]), cancellationToken);

    private const string Announce = $"SELECT {Tell} FROM line_group_member WHERE group_id = @group HAVING count(*) > 0;";

    private async Task<AccessProblem?> NamedAsync(Viewer actor, string name, string sql, int groupId, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(name) ? AccessProblem.NameMissing : await change.RunAsync(actor, sql, parameters =>
        {
            Add(parameters, groupId);
            AccessChange.Add(parameters, "name", NpgsqlDbType.Text, name);
        }, cancellationToken);

    private static void Add(NpgsqlParameterCollection parameters, int groupId, IReadOnlyCollection<long>? lines = null)
    {
        AccessChange.Add(parameters, "group", NpgsqlDbType.Integer, groupId);
        AccessChange.Add(parameters, "lines", NpgsqlDbType.Array | NpgsqlDbType.Bigint, (lines ?? []).ToArray());
    }
}
