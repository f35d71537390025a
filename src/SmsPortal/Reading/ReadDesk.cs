using Npgsql;
using SmsPortal.Storage;

namespace SmsPortal.Reading;

/// <summary>
/// Who has read what. A mark is a person's own; every change is told to the person's other tabs in the same transaction. Ids that the viewer may not see
/// are left alone, without a word.
/// </summary>
public sealed class ReadDesk(NpgsqlDataSource source)
{
    /// <summary>Marks messages as read or unread; returns how many changed. Own texts and history are never unread.</summary>
    public async Task<int> MarkAsync(Viewer viewer, IReadOnlyCollection<long> messageIds, bool read, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ReadSql.Mark(viewer));
        ReadSql.AddViewer(command, viewer);
        command.Parameters.AddWithValue("ids", messageIds.ToArray());
        command.Parameters.AddWithValue("read", read);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Marks a conversation as read, its newest 1,000 texts at most; returns how many were unread.</summary>
    /// <param name="viewer">Whose mark it is.</param>
    /// <param name="lineId">The line.</param>
    /// <param name="party">The other party, exactly; empty = no sender.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task<int> MarkConversationAsync(Viewer viewer, long lineId, string party, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ReadSql.MarkConversation(viewer));
        ReadSql.AddViewer(command, viewer);
        command.Parameters.AddWithValue("line", lineId);
        command.Parameters.AddWithValue("party", party);
        command.Parameters.AddWithValue("read", true);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>
    /// Marks everything up to a message as read, on lines that come later too. What arrived after it stays unread, so a text that the person never had on
    /// the screen is not read by accident.
    /// </summary>
    public async Task MarkAllAsync(Viewer viewer, long upToMessageId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ReadSql.MarkAll);
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("upTo", upToMessageId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Which of these messages are unread for the viewer now.</summary>
    public async Task<IReadOnlySet<long>> UnreadAmongAsync(Viewer viewer, IReadOnlyCollection<long> messageIds, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(ReadSql.UnreadAmong(viewer));
        ReadSql.AddViewer(command, viewer);
        command.Parameters.AddWithValue("ids", messageIds.ToArray());
        var unread = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            unread.Add(reader.GetInt64(0));
        }

        return unread;
    }
}
