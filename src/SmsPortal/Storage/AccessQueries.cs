using Npgsql;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>Reads who may see what.</summary>
public sealed class AccessQueries(NpgsqlDataSource source)
{
    /// <summary>The person as a viewer, with the security stamp; null when unknown or disabled.</summary>
    public async Task<(Viewer Viewer, string SecurityStamp)?> ViewerAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT u.read_up_to, coalesce(u.security_stamp, ''), EXISTS (
                SELECT 1 FROM identity_user_roles ur JOIN identity_roles r ON r.id = ur.role_id WHERE ur.user_id = u.id AND r.name = $2)
            FROM identity_users u WHERE u.id = $1 AND u.disabled_at IS NULL
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PortalRoles.Admin });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (new Viewer(userId, reader.GetBoolean(2), reader.GetInt64(0)), reader.GetString(1)) : null;
    }

    /// <summary>The lines the viewer may see, each with the message id after which texts are visible. Not to be called for those who see all.</summary>
    public async Task<IReadOnlyDictionary<long, LineScope>> ScopeAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT a.line_id, a.visible_after, a.read_up_to, a.level FROM ({Visibility.Lines(viewer)}) a");
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        var scope = new Dictionary<long, LineScope>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            scope[reader.GetInt64(0)] = new LineScope(reader.GetInt64(1), reader.GetInt64(2), (AccessLevel)reader.GetInt32(3));
        }

        return scope;
    }
}

/// <summary>What a viewer may see of a line.</summary>
/// <param name="VisibleAfter">Messages with a greater id.</param>
/// <param name="ReadUpTo">Messages up to this id count as read.</param>
/// <param name="Level">What the viewer may do with it.</param>
public readonly record struct LineScope(long VisibleAfter, long ReadUpTo, AccessLevel Level);
