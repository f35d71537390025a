using Npgsql;
using NpgsqlTypes;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>Gives lines and groups of lines to people and teams, and takes them away. Open tabs follow at once.</summary>
public sealed class GrantDesk(AccessChange change, NpgsqlDataSource source, TimeProvider time)
{
    // What joins the same two is one grant. A grant that had ended begins anew: texts of the time between stay unseen where history is not granted.
    private const string Upsert = """
        INSERT INTO access_grant AS g (line_id, group_id, user_id, team_id, level, with_history, message_id_at_grant, created_at, created_by, ends_at)
        VALUES (@line, @group, @user, @team, @level, @history, (SELECT coalesce(max(id), 0) FROM message), @now, @by, @ends)
        ON CONFLICT (line_id, group_id, user_id, team_id) DO UPDATE SET level = excluded.level, with_history = excluded.with_history, ends_at = excluded.ends_at, created_by = excluded.created_by,
            message_id_at_grant = CASE WHEN g.ends_at <= @now THEN excluded.message_id_at_grant ELSE g.message_id_at_grant END,
            created_at = CASE WHEN g.ends_at <= @now THEN excluded.created_at ELSE g.created_at END
        """;

    /// <summary>Makes the grant, or changes the one that joins the same two.</summary>
    /// <param name="actor">Who does it: an admin.</param>
    public async Task<AccessProblem?> GrantAsync(Viewer actor, NewGrant grant, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!grant.Target.IsValid || !grant.Holder.IsValid)
        {
            return AccessProblem.Gone;
        }

        return grant.EndsAt <= now ? AccessProblem.EndsInThePast : await change.RunAsync(actor, Upsert, parameters =>
        {
            Fill(parameters, grant.Target, grant.Holder);
            AccessChange.Add(parameters, "level", NpgsqlDbType.Integer, (int)grant.Level);
            AccessChange.Add(parameters, "history", NpgsqlDbType.Boolean, grant.WithHistory);
            AccessChange.Add(parameters, "now", NpgsqlDbType.TimestampTz, now.UtcDateTime);
            AccessChange.Add(parameters, "ends", NpgsqlDbType.TimestampTz, grant.EndsAt?.UtcDateTime);
            AccessChange.Add(parameters, "by", NpgsqlDbType.Uuid, actor.UserId);
        }, cancellationToken);
    }

    /// <summary>Takes a grant away.</summary>
    public Task<AccessProblem?> RemoveAsync(Viewer actor, int grantId, CancellationToken cancellationToken) =>
        change.RunAsync(actor, "DELETE FROM access_grant WHERE id = @grant", parameters => AccessChange.Add(parameters, "grant", NpgsqlDbType.Integer, grantId), cancellationToken);

    /// <summary>How many lines and people a grant would join, before it is made.</summary>
    public async Task<GrantReach> ReachAsync(GrantTarget target, GrantHolder holder, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT (SELECT count(*)::int FROM phone_line WHERE id = @line) + (SELECT count(*)::int FROM line_group_member WHERE group_id = @group),
                (SELECT count(*)::int FROM identity_users u WHERE u.disabled_at IS NULL AND (u.id = @user OR u.id IN (SELECT m.user_id FROM team_member m WHERE m.team_id = @team)))
            """);
        Fill(command.Parameters, target, holder);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new GrantReach(reader.GetInt32(0), reader.GetInt32(1));
    }

    private static void Fill(NpgsqlParameterCollection parameters, GrantTarget target, GrantHolder holder)
    {
        AccessChange.Add(parameters, "line", NpgsqlDbType.Bigint, target.LineId);
        AccessChange.Add(parameters, "group", NpgsqlDbType.Integer, target.GroupId);
        AccessChange.Add(parameters, "user", NpgsqlDbType.Uuid, holder.UserId);
        AccessChange.Add(parameters, "team", NpgsqlDbType.Integer, holder.TeamId);
    }
}
