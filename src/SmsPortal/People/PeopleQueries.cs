using Npgsql;
using SmsPortal.Model;

namespace SmsPortal.People;

/// <summary>Reads people for the admin pages.</summary>
public sealed class PeopleQueries(NpgsqlDataSource source)
{
    private const string Select = """
        SELECT u.id, coalesce(u.email, ''), u.display_name,
            EXISTS (SELECT 1 FROM identity_user_roles ur JOIN identity_roles r ON r.id = ur.role_id WHERE ur.user_id = u.id AND r.name = @admin),
            u.created_at, u.disabled_at, u.lockout_end,
            (SELECT coalesce(array_agg(t.name ORDER BY t.name), '{}') FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.user_id = u.id),
            (SELECT count(*)::int FROM line_access a WHERE a.user_id = u.id)
        FROM identity_users u
        """;

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<PersonRow>> ListAsync(CancellationToken cancellationToken) =>
        ReadAsync(Select + " ORDER BY lower(u.display_name), u.id", null, cancellationToken);

    /// <summary>One person; null when there is none with that id.</summary>
    public async Task<PersonRow?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        (await ReadAsync(Select + " WHERE u.id = @user", userId, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<PersonRow>> ReadAsync(string sql, Guid? userId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("admin", PortalRoles.Admin);
        if (userId is { } id)
        {
            command.Parameters.AddWithValue("user", id);
        }

        var people = new List<PersonRow>();
        await using var r = await command.ExecuteReaderAsync(cancellationToken);
        while (await r.ReadAsync(cancellationToken))
        {
            people.Add(new PersonRow
            {
                Id = r.GetGuid(0), Email = r.GetString(1), DisplayName = r.GetString(2), IsAdmin = r.GetBoolean(3), CreatedAt = r.GetFieldValue<DateTimeOffset>(4),
                DisabledAt = r.IsDBNull(5) ? null : r.GetFieldValue<DateTimeOffset>(5), LockedUntil = r.IsDBNull(6) ? null : r.GetFieldValue<DateTimeOffset>(6),
                Teams = r.GetFieldValue<string[]>(7), LineCount = r.GetInt32(8),
            });
        }

        return people;
    }
}
