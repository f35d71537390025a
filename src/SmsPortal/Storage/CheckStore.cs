using Npgsql;
using NpgsqlTypes;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Storage;

/// <summary>Keeps the checks of SMSPins telephones: the intent is stored before the call, and at most one is open on a telephone.</summary>
public sealed class CheckStore(NpgsqlDataSource source)
{
    private const int Remembered = 10;

    /// <summary>Stores the intent to ask for a check; null while another one is open on the line.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="lineId">The telephone.</param>
    /// <param name="requestedBy">The person; null = the portal itself.</param>
    /// <param name="now">Now.</param>
    /// <param name="settleAt">When to give up on it, should this process end before the answer is stored.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task<long?> IntendAsync(int accountId, long lineId, Guid? requestedBy, DateTimeOffset now, DateTimeOffset settleAt, CancellationToken cancellationToken)
    {
        // The lock comes in a statement of its own: the next one then sees what the holder before wrote.
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var turn = new NpgsqlCommand("SELECT 1 FROM phone_line WHERE id = $1 FOR UPDATE", connection))
        {
            turn.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lineId });
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var insert = new NpgsqlCommand("""
            INSERT INTO sms_check (account_id, line_id, state, requested_at, requested_by, due_at)
            SELECT @account, @line, @state, @now, @by, @settle WHERE NOT EXISTS (SELECT 1 FROM sms_check WHERE line_id = @line AND due_at IS NOT NULL)
            RETURNING id
            """, connection);
        insert.Parameters.AddWithValue("account", accountId);
        insert.Parameters.AddWithValue("line", lineId);
        insert.Parameters.AddWithValue("state", (int)CheckState.Pending);
        insert.Parameters.AddWithValue("now", now.UtcDateTime);
        insert.Parameters.Add(new NpgsqlParameter("by", NpgsqlDbType.Uuid) { Value = (object?)requestedBy ?? DBNull.Value });
        insert.Parameters.AddWithValue("settle", settleAt.UtcDateTime);
        var id = await insert.ExecuteScalarAsync(cancellationToken) as long?;
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>The vendor took the request. One that it had given us before (the same id again) needs no second row.</summary>
    public async Task AcceptedAsync(long checkId, string requestId, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH known AS (SELECT 1 FROM sms_check o JOIN sms_check c ON c.account_id = o.account_id WHERE c.id = @id AND o.request_id = @request)
            UPDATE sms_check SET request_id = CASE WHEN EXISTS (SELECT 1 FROM known) THEN request_id ELSE @request END, due_at = CASE WHEN EXISTS (SELECT 1 FROM known) THEN NULL ELSE @due END,
                state = CASE WHEN EXISTS (SELECT 1 FROM known) THEN @gone ELSE state END, note = CASE WHEN EXISTS (SELECT 1 FROM known) THEN 'The same as check ' || @request END
            WHERE id = @id
            """);
        command.Parameters.AddWithValue("id", checkId);
        command.Parameters.AddWithValue("request", requestId);
        command.Parameters.AddWithValue("gone", (int)CheckState.Removed);
        command.Parameters.AddWithValue("due", dueAt.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stores where a check stands.</summary>
    /// <param name="checkId">Which.</param>
    /// <param name="state">Its state.</param>
    /// <param name="dueAt">When to read it again; null = it is over.</param>
    /// <param name="note">Why, where that is not plain.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task UpdateAsync(long checkId, CheckState state, DateTimeOffset? dueAt, string? note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH written AS (
                UPDATE sms_check SET state = @state, due_at = @due, ended_at = CASE WHEN @due::timestamptz IS NULL THEN coalesce(ended_at, @now) END, note = coalesce(@note, note)
                WHERE id = @id AND due_at IS NOT NULL RETURNING line_id)
            SELECT pg_notify('portal_feed', 'l:' || line_id) FROM written WHERE @due::timestamptz IS NULL
            """);
        command.Parameters.AddWithValue("id", checkId);
        command.Parameters.AddWithValue("state", (int)state);
        command.Parameters.Add(new NpgsqlParameter("due", NpgsqlDbType.TimestampTz) { Value = dueAt is { } due ? due.UtcDateTime : DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("note", NpgsqlDbType.Text) { Value = (object?)note ?? DBNull.Value });
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A text of that time came to light: a request before it whose answer was lost has had its effect, and another may follow.</summary>
    public async Task SettleAsync(long lineId, DateTimeOffset newestText, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("UPDATE sms_check SET state = $4, due_at = NULL, ended_at = $3, note = 'Its answer was lost; its texts were found in the list.' WHERE line_id = $1 AND request_id IS NULL AND due_at IS NOT NULL AND requested_at <= $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lineId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = newestText.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = (int)CheckState.Succeeded });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Open checks of the account whose state is to be read now.</summary>
    public async Task<IReadOnlyList<OpenCheck>> DueAsync(int accountId, DateTimeOffset now, int take, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT c.id, c.line_id, l.line_key, l.kind, c.request_id, c.requested_at FROM sms_check c JOIN phone_line l ON l.id = c.line_id
            WHERE c.account_id = $1 AND c.due_at <= $2 ORDER BY c.due_at LIMIT $3
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = accountId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = take });
        var checks = new List<OpenCheck>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            checks.Add(new OpenCheck(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), (LineKind)reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5)));
        }

        return checks;
    }

    /// <summary>The last checks of a line, newest first.</summary>
    public async Task<IReadOnlyList<PastCheck>> LastAsync(long lineId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT id, state, request_id, requested_at, ended_at, due_at FROM sms_check WHERE line_id = $1 ORDER BY id DESC LIMIT {Remembered}");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lineId });
        var checks = new List<PastCheck>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            checks.Add(new PastCheck(reader.GetInt64(0), (CheckState)reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), Time(4), IsOpen: Time(5) is not null));
        }

        return checks;

        DateTimeOffset? Time(int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<DateTimeOffset>(i);
    }
}

/// <summary>A check that is not over.</summary>
/// <param name="RequestId">Null while the answer to the request is unknown.</param>
public sealed record OpenCheck(long Id, long LineId, string LineKey, LineKind Kind, string? RequestId, DateTimeOffset RequestedAt);

/// <summary>A check as it was.</summary>
public sealed record PastCheck(long Id, CheckState State, string? RequestId, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt, bool IsOpen);
