using Npgsql;
using NpgsqlTypes;

namespace SmsPortal.Storage;

/// <summary>Keeps how an account does. Tabs are told when what they show of it changed.</summary>
public sealed class HealthWriter(NpgsqlDataSource source, TimeProvider time)
{
    private const int LongestMessage = 500;

    /// <summary>A call went well: ends failure and back-off, but not a wait that the vendor asked for (the call began before it, here or on another node).</summary>
    public async Task SucceededAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH before AS MATERIALIZED (SELECT failure_kind FROM account_health WHERE account_id = @account),
            written AS (
                UPDATE account_health SET last_success_at = @now, failure_kind = NULL, failure_message = NULL, consecutive_failures = 0, blocked_until = NULL
                WHERE account_id = @account AND NOT (coalesce(failure_kind, '') = 'RateLimited' AND coalesce(blocked_until, @now) > @now) RETURNING account_id)
            SELECT pg_notify('portal_feed', 'a:' || w.account_id) FROM written w, before b WHERE b.failure_kind IS NOT NULL
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A call failed.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="kind">The class by name.</param>
    /// <param name="message">The complaint, keys redacted.</param>
    /// <param name="failures">Failures in a row.</param>
    /// <param name="wait">No call for that long; null = none is held back.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task FailedAsync(int accountId, string kind, string message, int failures, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand("""
            WITH written AS (
                UPDATE account_health SET last_failure_at = @now, failure_kind = @kind, failure_message = @message, consecutive_failures = @failures,
                    blocked_until = greatest(@until, CASE WHEN blocked_until > @now THEN blocked_until END)
                WHERE account_id = @account RETURNING account_id)
            SELECT pg_notify('portal_feed', 'a:' || account_id) FROM written
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("kind", kind);
        command.Parameters.AddWithValue("message", message.Length <= LongestMessage ? message : message[..LongestMessage]);
        command.Parameters.AddWithValue("failures", failures);
        command.Parameters.Add(new NpgsqlParameter("until", NpgsqlDbType.TimestampTz) { Value = wait is { } span ? (now + span).UtcDateTime : DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
