using Npgsql;
using NpgsqlTypes;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>One change of a person in one transaction: not the last admin's, access summed anew, all nodes told.</summary>
public sealed class PersonState(NpgsqlDataSource source, AccessWriter access, TimeProvider time)
{
    // Two admins who demote each other at the same moment must not both succeed.
    private const long Turn = 720102;

    /// <summary>Runs <paramref name="change"/> (parameters <c>@user @now @stamp @text</c>).</summary>
    /// <returns>Null when done, else why not.</returns>
    internal async Task<PersonProblem?> ChangeAsync(Guid userId, bool losesAdmin, string change, string? text, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var turn = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({Turn})", connection))
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        if (await RefusalAsync(connection, userId, losesAdmin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await using (var command = new NpgsqlCommand(change, connection))
        {
            command.Parameters.AddWithValue("user", userId);
            command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
            command.Parameters.AddWithValue("stamp", Guid.NewGuid().ToString("N"));
            command.Parameters.Add(new NpgsqlParameter("text", NpgsqlDbType.Text) { Value = (object?)text ?? DBNull.Value });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await access.RefreshAsync(connection, cancellationToken);
        await using (var tell = new NpgsqlCommand("SELECT pg_notify('portal_feed', 'p:' || @user)", connection))
        {
            tell.Parameters.AddWithValue("user", userId);
            await tell.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static async Task<PersonProblem?> RefusalAsync(NpgsqlConnection connection, Guid userId, bool losesAdmin, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            SELECT EXISTS (SELECT 1 FROM identity_users WHERE id = @user), coalesce(bool_and(u.id = @user), false)
            FROM identity_users u JOIN identity_user_roles ur ON ur.user_id = u.id JOIN identity_roles r ON r.id = ur.role_id
            WHERE r.name = @admin AND u.disabled_at IS NULL
            """, connection);
        command.Parameters.AddWithValue("user", userId);
        command.Parameters.AddWithValue("admin", PortalRoles.Admin);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return !reader.GetBoolean(0) ? PersonProblem.Unknown : losesAdmin && reader.GetBoolean(1) ? PersonProblem.LastAdmin : null;
    }
}
