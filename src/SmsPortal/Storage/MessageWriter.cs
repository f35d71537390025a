using Npgsql;
using NpgsqlTypes;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>
/// Stores a batch of texts in one transaction and one round trip: lock, insert-or-ignore by identity, message, outbox, sightings of repeats, one NOTIFY.
/// Ids are taken under the lock, so their order is the commit order and <c>id &gt; last</c> never loses a row.
/// </summary>
public sealed class MessageWriter(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>The channel of the feed's notifications.</summary>
    public const string Channel = "portal_feed";

    /// <summary>Writes at most a few hundred texts. Two with the same account and identity hash must not be in one batch when one has a vendor id.</summary>
    /// <exception cref="NpgsqlException">Nothing of the batch was stored.</exception>
    public async Task<WrittenBatch> WriteAsync(IReadOnlyList<NewMessage> batch, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlBatch(connection);
        command.BatchCommands.Add(new NpgsqlBatchCommand(MessageWriterSql.Lock));
        command.BatchCommands.Add(new NpgsqlBatchCommand(MessageWriterSql.Cursor));
        var write = new NpgsqlBatchCommand(MessageWriterSql.Write);
        Fill(write.Parameters, batch, time.GetUtcNow().UtcDateTime);
        command.BatchCommands.Add(write);

        // No explicit transaction: the commands of a batch up to its end are one.
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var before = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var items = new WrittenMessage[batch.Count];
        var after = before;
        while (await reader.ReadAsync(cancellationToken))
        {
            var item = new WrittenMessage(reader.GetInt64(1), reader.GetBoolean(2));
            items[reader.GetInt64(0) - 1] = item;
            after = item.IsNew ? Math.Max(after, item.MessageId) : after;
        }

        // Reading to the end is what waits for the commit.
        await reader.CloseAsync();
        return new WrittenBatch(items, before, after);
    }

    private static void Fill(NpgsqlParameterCollection parameters, IReadOnlyList<NewMessage> batch, DateTime now)
    {
        Add(parameters, NpgsqlDbType.Integer, batch, message => message.AccountId);
        Add(parameters, NpgsqlDbType.Bytea, batch, message => message.IdentityHash);
        Add(parameters, NpgsqlDbType.Integer, batch, message => message.Occurrence);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.IdentityVendorId);
        Add(parameters, NpgsqlDbType.Bigint, batch, message => message.LineId);
        Add(parameters, NpgsqlDbType.Boolean, batch, message => message.Incoming);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Sender);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Number);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Body);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.OriginalBody);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Code);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.CodeToCopy);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Service);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.OrderKey);
        Add(parameters, NpgsqlDbType.Numeric, batch, message => message.Price);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Status);
        Add(parameters, NpgsqlDbType.TimestampTz, batch, message => message.VendorAt?.UtcDateTime);
        Add(parameters, NpgsqlDbType.TimestampTz, batch, message => message.At.UtcDateTime);
        Add(parameters, NpgsqlDbType.Integer, batch, message => (int)message.Way);
        Add(parameters, NpgsqlDbType.Boolean, batch, message => message.History);
        Add(parameters, NpgsqlDbType.Text, batch, message => message.Raw);
        parameters.Add(new NpgsqlParameter { Value = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
    }

    private static void Add<T>(NpgsqlParameterCollection parameters, NpgsqlDbType type, IReadOnlyList<NewMessage> batch, Func<NewMessage, T> read)
    {
        var values = new T[batch.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = read(batch[i]);
        }

        parameters.Add(new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
