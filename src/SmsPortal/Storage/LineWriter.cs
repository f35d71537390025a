using Npgsql;
using NpgsqlTypes;
using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>Makes lines and keeps what the vendor says of them.</summary>
public sealed class LineWriter(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Complete lists without a line before it counts as gone.</summary>
    public const int ListsUntilGone = 3;

    private const int LongestKey = 200;

    /// <summary>The id of the line with that key, made when there is none. A line that came back is open again.</summary>
    public async Task<long> EnsureAsync(int accountId, VendorLine line, CancellationToken cancellationToken) =>
        (await SaveAsync(accountId, [line], cancellationToken))[KeyOf(line.Key)];

    /// <summary>Stores what a list or a text says of lines; returns the ids by key. New lines are due for polling at once.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SaveAsync(int accountId, IReadOnlyCollection<VendorLine> lines, CancellationToken cancellationToken)
    {
        var all = lines.Select(Bounded).GroupBy(line => line.Key, StringComparer.Ordinal).Select(same => same.Last()).ToArray();
        if (all.Length == 0)
        {
            return new Dictionary<string, long>();
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(LineSql.Save, connection);
        Fill(command, accountId, all);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids[reader.GetString(1)] = reader.GetInt64(0);
        }

        // A line that another node made at this moment is seen by the next statement only.
        foreach (var line in all.Where(line => !ids.ContainsKey(line.Key)))
        {
            ids[line.Key] = await FindByKeyAsync(accountId, line.Key, cancellationToken) ?? throw new InvalidOperationException("A line was neither made nor found.");
        }

        return ids;
    }

    /// <summary>Stores a complete list: lines of those kinds that are missing for the third time are gone.</summary>
    public async Task<IReadOnlyDictionary<string, long>> SaveListAsync(int accountId, VendorLines list, CancellationToken cancellationToken)
    {
        var ids = await SaveAsync(accountId, list.Lines, cancellationToken);

        // An empty list never closes lines: a vendor that forgot everything is more often ill than right.
        if (list.Lines.Count == 0 || list.CompleteFor.Count == 0)
        {
            return ids;
        }

        await using var command = source.CreateCommand(LineSql.Missing);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("kinds", list.CompleteFor.Select(kind => (int)kind).ToArray());
        command.Parameters.AddWithValue("seen", ids.Values.ToArray());
        command.Parameters.AddWithValue("gone", ListsUntilGone);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ids;
    }

    /// <summary>The line that held the number at that time (now where it is not known): GetSMS's way to find the line of a text without request id. Found lines hold nothing.</summary>
    public async Task<long?> FindHoldAsync(int accountId, string number, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        // The number is learned some time after the vendor gave it, by webhook or poll.
        await using var command = source.CreateCommand("""
            SELECT l.id FROM line_number n JOIN phone_line l ON l.id = n.line_id
            WHERE l.account_id = $1 AND l.number = $2 AND n.number = $2 AND l.kind <> 6 AND n."from" <= $3 + interval '10 minutes' AND (n.until IS NULL OR n.until > $3)
            ORDER BY n."from" DESC LIMIT 1
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = accountId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = KeyOf(number) });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (at ?? time.GetUtcNow()).UtcDateTime });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>The line of the account with that key.</summary>
    public async Task<long?> FindByKeyAsync(int accountId, string key, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT id FROM phone_line WHERE account_id = $1 AND line_key = $2");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = accountId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = KeyOf(key) });
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>Our own label; null or empty takes it away.</summary>
    public async Task SetLabelAsync(long lineId, string? label, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("WITH done AS (UPDATE phone_line SET label = nullif(btrim($2), '') WHERE id = $1) SELECT pg_notify('portal_feed', 'l:' || $1)");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = lineId });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)label ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A key as it is stored: an index has a limit, and no vendor's key comes near it.</summary>
    internal static string KeyOf(string key) => (key.Length <= LongestKey ? key : key[..LongestKey]).Replace('\0', '\uFFFD');

    private static VendorLine Bounded(VendorLine line) => line with
    {
        Key = KeyOf(line.Key), Number = Clean(line.Number), Label = Clean(line.Label), Service = Clean(line.Service), State = Clean(line.State), Country = Clean(line.Country),
    };

    private static string? Clean(string? text) => text is null ? null : KeyOf(text);

    private static void Fill(NpgsqlCommand command, int accountId, VendorLine[] lines)
    {
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("keys", lines.Select(line => line.Key).ToArray());
        command.Parameters.AddWithValue("kinds", lines.Select(line => (int)line.Kind).ToArray());
        Text("numbers", line => line.Number);
        Text("e164s", line => PhoneNumbers.ToE164(line.Number, line.Country));
        Text("labels", line => line.Label);
        Text("countries", line => line.Country);
        Text("services", line => line.Service);
        Text("states", line => line.State);
        command.Parameters.Add(new NpgsqlParameter("ordinals", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = lines.Select(line => line.Ordinal).ToArray() });
        command.Parameters.Add(new NpgsqlParameter("expires", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz) { Value = lines.Select(line => line.ExpiresAt?.UtcDateTime).ToArray() });

        void Text(string name, Func<VendorLine, string?> read) => command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = lines.Select(read).ToArray() });
    }
}
