using Npgsql;

namespace SmsPortal.Storage;

/// <summary>The hot reads of messages: keyset-paged, bounded, each with the viewer first.</summary>
public sealed class MessageQueries(NpgsqlDataSource source)
{
    /// <summary>How many lines are still read line by line; above it the newest messages are walked.</summary>
    internal const int FewLines = 300;

    /// <summary>Up to here each line is looked at for itself at once.</summary>
    internal const int SingleLines = 30;

    /// <summary>How many of the newest rows are looked at first for a viewer of more lines.</summary>
    internal const int NearWindow = 1_000;

    /// <summary>How many rows a walk looks at in one go.</summary>
    internal const int Window = 20_000;

    /// <summary>A page of the inbox, a line or a conversation, newest first.</summary>
    /// <exception cref="PostgresException">57014: the search took more than 2 s.</exception>
    public async Task<MessagePage> PageAsync(Viewer viewer, MessageFilter filter, MessagePosition? before, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var sql = new MessagePageSql(viewer, filter, before, take);
        var lines = sql.SeesEverything ? long.MaxValue : await CountLinesAsync(connection, sql, cancellationToken);
        if (lines <= FewLines)
        {
            return Page(await ReadFewLinesAsync(connection, sql, filter, lines, take, cancellationToken), take);
        }

        var (found, end) = await WalkAsync(connection, sql.Walk(Window), take, cancellationToken);
        if (end is null || found.Count > take)
        {
            return Page(found, take);
        }

        // The newest rows held too few: words have an index, the rest says how far it looked and goes on from there.
        if (filter.Words.Count > 0)
        {
            return Page(await ReadAsync(connection, sql.ByWords(), cancellationToken), take);
        }

        return filter.NarrowsRows
            ? new MessagePage(found, end, end.Value.At)
            : Page(await ReadAsync(connection, sql.ByLine(lines), cancellationToken), take);
    }

    /// <summary>What was stored after a cursor, in commit order, for the feed: no viewer, because the feed filters per tab by the same access.</summary>
    internal async Task<IReadOnlyList<StoredMessage>> AfterAsync(long cursor, int take, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT {MessageSql.Columns}, m.incoming AND NOT m.history FROM message m WHERE m.id > $1 ORDER BY m.id LIMIT $2");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = cursor });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = take });
        return await ReadAllAsync(command, cancellationToken);
    }

    /// <summary>The newest id that was given.</summary>
    public async Task<long> NewestIdAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT coalesce(max(id), 0) FROM message");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The message, when the viewer may see it.</summary>
    public async Task<StoredMessage?> FindAsync(Viewer viewer, long messageId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"SELECT {MessageSql.Columns}, {MessageSql.Unread} FROM message m {Visibility.Join(viewer)} WHERE m.id = @message");
        command.Parameters.AddWithValue("message", messageId);
        MessagePageSql.AddViewer(command, viewer);
        return (await ReadAllAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>How many texts are unread for the viewer, counted up to <paramref name="most"/>.</summary>
    public async Task<int> CountUnreadAsync(Viewer viewer, int most, CancellationToken cancellationToken)
    {
        // Bounded on purpose: the newest rows, or the newest of the lines that last had a text.
        await using var command = source.CreateCommand($"""
            SELECT count(*)::int FROM (
                SELECT 1 FROM {(viewer.SeesAll
                    ? $"(SELECT * FROM message ORDER BY id DESC LIMIT {Window}) m {Visibility.Join(viewer)}"
                    : $"(SELECT a.* FROM ({Visibility.Lines(viewer)}) a JOIN phone_line l ON l.id = a.line_id ORDER BY l.last_message_at DESC NULLS LAST LIMIT {FewLines}) v CROSS JOIN LATERAL (SELECT * FROM message n WHERE n.line_id = v.line_id AND n.id > v.visible_after ORDER BY n.at DESC, n.id DESC LIMIT 100) m")}
                WHERE {MessageSql.Unread} LIMIT @most) unread
            """);
        command.Parameters.AddWithValue("most", most);
        MessagePageSql.AddViewer(command, viewer);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<long> CountLinesAsync(NpgsqlConnection connection, MessagePageSql sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.CountLines(FewLines), connection);
        sql.Fill(command);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // Who has some dozens of lines mostly finds a page among the newest of all, at a fraction of what one look per line costs.
    private static async Task<IReadOnlyList<StoredMessage>> ReadFewLinesAsync(NpgsqlConnection connection, MessagePageSql sql, MessageFilter filter, long lines, int take, CancellationToken cancellationToken)
    {
        if (lines > SingleLines && !filter.NarrowsRows && await ReadAsync(connection, sql.Near(NearWindow), cancellationToken) is { } near && near.Count > take)
        {
            return near;
        }

        return await ReadAsync(connection, sql.ByLine(lines), cancellationToken);
    }

    private static async Task<(IReadOnlyList<StoredMessage> Found, MessagePosition? End)> WalkAsync(NpgsqlConnection connection, MessagePageSql.Statement statement, int take, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(connection, statement, cancellationToken);
        if (found.Count > take)
        {
            return (found, null);
        }

        await using var command = new NpgsqlCommand(statement.EndOfWindow, connection);
        statement.Fill(command);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return (found, await reader.ReadAsync(cancellationToken) ? new MessagePosition(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)) : null);
    }

    private static async Task<IReadOnlyList<StoredMessage>> ReadAsync(NpgsqlConnection connection, MessagePageSql.Statement statement, CancellationToken cancellationToken)
    {
        var text = statement.InOrder ? $"{MessagePageSql.KeepOrder}; {statement.Text}" : statement.Text;
        await using var command = new NpgsqlCommand(text, connection) { CommandTimeout = statement.Seconds };
        statement.Fill(command);
        return await ReadAllAsync(command, cancellationToken, statement.InOrder);
    }

    private static async Task<IReadOnlyList<StoredMessage>> ReadAllAsync(NpgsqlCommand command, CancellationToken cancellationToken, bool second = false)
    {
        var found = new List<StoredMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (second)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(MessageSql.Read(reader));
        }

        return found;
    }

    private static MessagePage Page(IReadOnlyList<StoredMessage> found, int take) => found.Count > take
        ? new MessagePage([.. found.Take(take)], new MessagePosition(found[take - 1].At, found[take - 1].Id))
        : new MessagePage(found, null);
}
