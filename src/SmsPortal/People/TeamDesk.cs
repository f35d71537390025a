using Npgsql;
using NpgsqlTypes;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>Teams: people who share what they are granted together.</summary>
public sealed class TeamDesk(AccessChange change)
{
    public Task<AccessProblem?> CreateAsync(Viewer actor, string name, CancellationToken cancellationToken) =>
        NamedAsync(actor, name, "INSERT INTO team (name) VALUES (btrim(@name))", 0, cancellationToken);

    public Task<AccessProblem?> RenameAsync(Viewer actor, int teamId, string name, CancellationToken cancellationToken) =>
        NamedAsync(actor, name, "UPDATE team SET name = btrim(@name) WHERE id = @team", teamId, cancellationToken);

    /// <summary>Removes the team with its grants; the people stay.</summary>
    public Task<AccessProblem?> DeleteAsync(Viewer actor, int teamId, CancellationToken cancellationToken) =>
        change.RunAsync(actor, "DELETE FROM team WHERE id = @team", parameters => Add(parameters, teamId), cancellationToken);

    /// <summary>Takes people in; who is in already stays.</summary>
    public Task<AccessProblem?> AddAsync(Viewer actor, int teamId, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken) =>
        change.RunAsync(actor, "INSERT INTO team_member (team_id, user_id) SELECT @team, unnest(@people) ON CONFLICT (team_id, user_id) DO UPDATE SET team_id = excluded.team_id", parameters => Add(parameters, teamId, people), cancellationToken);

    public Task<AccessProblem?> RemoveAsync(Viewer actor, int teamId, Guid userId, CancellationToken cancellationToken) =>
        change.RunAsync(actor, "DELETE FROM team_member WHERE team_id = @team AND user_id = ANY (@people)", parameters => Add(parameters, teamId, [userId]), cancellationToken);

    private async Task<AccessProblem?> NamedAsync(Viewer actor, string name, string sql, int teamId, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(name) ? AccessProblem.NameMissing : await change.RunAsync(actor, sql, parameters =>
        {
            Add(parameters, teamId);
            AccessChange.Add(parameters, "name", NpgsqlDbType.Text, name);
        }, cancellationToken);

    private static void Add(NpgsqlParameterCollection parameters, int teamId, IReadOnlyCollection<Guid>? people = null)
    {
        AccessChange.Add(parameters, "team", NpgsqlDbType.Integer, teamId);
        AccessChange.Add(parameters, "people", NpgsqlDbType.Array | NpgsqlDbType.Uuid, (people ?? []).ToArray());
    }
}
