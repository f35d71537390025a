using Npgsql;
using NpgsqlTypes;

namespace SmsPortal.Storage;

/// <summary>
/// What the polls of an account remember in its health row. Each write names what it read before, so that a poll that was frozen and wakes cannot undo what another
/// node did meanwhile.
/// </summary>
public sealed class PollMemory(NpgsqlDataSource source)
{
    /// <summary>Takes the right to store a list of lines; false when another poll listed since <paramref name="before"/>.</summary>
    public Task<bool> BeginListAsync(int accountId, DateTimeOffset? before, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE account_health SET lines_listed_at = @now WHERE account_id = @account AND lines_listed_at IS NOT DISTINCT FROM @before", accountId, now, parameters => Time(parameters, "before", before), cancellationToken);

    /// <summary>The account's first list is stored: lines that come later are new, not history.</summary>
    public Task<bool> EndFirstListAsync(int accountId, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE account_health SET history_read_at = @now WHERE account_id = @account AND history_read_at IS NULL", accountId, now, static _ => { }, cancellationToken);

    /// <summary>Stores where the account-wide reading stands, after its texts are durable; false when another poll moved the cursor.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="before">The cursor that was handed in.</param>
    /// <param name="after">The cursor that came out.</param>
    /// <param name="nextAt">When it is due again.</param>
    /// <param name="isComplete">True when nothing is left to read: the first time that ends the history.</param>
    /// <param name="gap">True when texts may have been missed.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public Task<bool> SaveReadingAsync(int accountId, string? before, string? after, DateTimeOffset nextAt, bool isComplete, bool gap, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync("""
        WITH written AS (
            UPDATE account_health SET messages_cursor = @after, messages_read_at = @now, next_poll_at = @next, history_read_at = CASE WHEN @complete THEN coalesce(history_read_at, @now) ELSE history_read_at END,
                gap_count = gap_count + CASE WHEN @gap THEN 1 ELSE 0 END, gap_noted_at = CASE WHEN @gap THEN @now ELSE gap_noted_at END
            WHERE account_id = @account AND messages_cursor IS NOT DISTINCT FROM @before
            RETURNING account_id),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'a:' || account_id) AS sent FROM written WHERE @gap)
        SELECT count(*)::int, (SELECT count(*) FROM told) FROM written
        """, accountId, now, parameters =>
    {
        Text(parameters, "before", before);
        Text(parameters, "after", after);
        Time(parameters, "next", nextAt);
        parameters.AddWithValue("complete", isComplete);
        parameters.AddWithValue("gap", gap);
    }, cancellationToken);

    /// <summary>Stores what a check of the account learned; tabs are told when the balance is another.</summary>
    public Task<bool> SaveFactsAsync(int accountId, decimal? balance, TimeSpan? liteQueueWindow, DateTimeOffset now, CancellationToken cancellationToken) => ExecuteAsync("""
        WITH before AS MATERIALIZED (SELECT balance FROM account_health WHERE account_id = @account),
        written AS (
            UPDATE account_health SET balance = coalesce(@balance, balance), balance_at = @now, lite_queue_window_seconds = coalesce(@window, lite_queue_window_seconds)
            WHERE account_id = @account RETURNING account_id, balance),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'a:' || w.account_id) AS sent FROM written w, before b WHERE w.balance IS DISTINCT FROM b.balance)
        SELECT count(*)::int, (SELECT count(*) FROM told) FROM written
        """, accountId, now, parameters =>
    {
        parameters.Add(new NpgsqlParameter("balance", NpgsqlDbType.Numeric) { Value = (object?)balance ?? DBNull.Value });
        parameters.Add(new NpgsqlParameter("window", NpgsqlDbType.Integer) { Value = liteQueueWindow is { } window ? (int)window.TotalSeconds : DBNull.Value });
    }, cancellationToken);

    /// <summary>Notes that the account's job ran; <paramref name="nextAt"/> is kept for accounts without an account-wide reading.</summary>
    public Task<bool> RanAsync(int accountId, DateTimeOffset? nextAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        ExecuteAsync("UPDATE account_health SET polled_at = @now, next_poll_at = coalesce(@next, next_poll_at) WHERE account_id = @account", accountId, now, parameters => Time(parameters, "next", nextAt), cancellationToken);

    /// <summary>When the next line or check of the account is due; null = none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(int accountId, IReadOnlyCollection<int> kinds, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT least(
                (SELECT poll_due_at FROM phone_line WHERE account_id = $1 AND poll_due_at IS NOT NULL AND kind = ANY ($2) AND gone_at IS NULL ORDER BY poll_due_at LIMIT 1),
                (SELECT due_at FROM sms_check WHERE account_id = $1 AND due_at IS NOT NULL ORDER BY due_at LIMIT 1))
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = accountId });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. kinds] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(0) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>The wall clock went back: what lies in the future keeps its distance to its last poll, so that polling neither stops nor bursts.</summary>
    public async Task ClockWentBackAsync(int accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH lines AS (
                UPDATE phone_line SET poll_due_at = @now + greatest(poll_due_at - polled_at, interval '0'), polled_at = @now, poll_lease_until = least(poll_lease_until, @now)
                WHERE account_id = @account AND poll_due_at IS NOT NULL AND polled_at > @now),
            checks AS (UPDATE sms_check SET due_at = least(due_at, @now + interval '10 seconds') WHERE account_id = @account AND due_at IS NOT NULL)
            UPDATE account_health SET next_poll_at = @now + greatest(next_poll_at - polled_at, interval '0'), polled_at = @now, lines_listed_at = least(lines_listed_at, @now), balance_at = least(balance_at, @now),
                messages_read_at = least(messages_read_at, @now), inbox_open_until = least(inbox_open_until, @now + interval '30 seconds')
            WHERE account_id = @account
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<bool> ExecuteAsync(string sql, int accountId, DateTimeOffset now, Action<NpgsqlParameterCollection> fill, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        fill(command.Parameters);
        return sql.StartsWith("WITH", StringComparison.Ordinal) ? await command.ExecuteScalarAsync(cancellationToken) is > 0 : await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static void Time(NpgsqlParameterCollection parameters, string name, DateTimeOffset? value) =>
        parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = value is { } time ? time.UtcDateTime : DBNull.Value });

    private static void Text(NpgsqlParameterCollection parameters, string name, string? value) =>
        parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value });
}
