using Npgsql;
using NpgsqlTypes;
using SmsPortal.Storage;

namespace SmsPortal.People;

/// <summary>One change of grants, teams or groups in one transaction, at whose end access is summed anew and told to all nodes.</summary>
public sealed class AccessChange(NpgsqlDataSource source, AccessWriter access)
{
    /// <summary>Runs <paramref name="sql"/>.</summary>
    /// <returns>Null when rows were changed, <see cref="AccessProblem.Gone"/> when none was or something named is not there.</returns>
    internal async Task<AccessProblem?> RunAsync(Viewer actor, string sql, Action<NpgsqlParameterCollection> fill, CancellationToken cancellationToken)
    {
        if (!actor.SeesAll)
        {
            return AccessProblem.NotAllowed;
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using (var command = new NpgsqlCommand(sql, connection))
            {
                fill(command.Parameters);
                if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
                {
                    return AccessProblem.Gone;
                }
            }

            await access.RefreshAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return AccessProblem.NameTaken;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return AccessProblem.Gone;
        }
    }

    internal static void Add(NpgsqlParameterCollection parameters, string name, NpgsqlDbType type, object? value) => parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}
