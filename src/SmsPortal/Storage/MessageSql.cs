using Npgsql;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>The columns of a list row and how they are read.</summary>
internal static class MessageSql
{
    public const string Columns = "m.id, m.account_id, m.line_id, m.incoming, m.sender, m.number, m.body, m.code, m.code_to_copy, m.service, m.order_key, m.price, m.status, m.vendor_at, m.stored_at, m.at, m.way, m.verified, m.history";

    /// <summary>Unread for the viewer: behind every mark, unless an exception says otherwise. Needs <c>v.read_up_to</c>, <c>@readUpTo</c> and <c>@viewer</c>.</summary>
    public const string Unread = """
        (m.incoming AND NOT m.history AND coalesce(
            (SELECT NOT e.is_read FROM read_exception e WHERE e.user_id = @viewer AND e.message_id = m.id),
            m.id > greatest(@readUpTo, v.read_up_to, (SELECT k.read_up_to FROM read_mark k WHERE k.user_id = @viewer AND k.line_id = m.line_id))))
        """;

    public static StoredMessage Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetBoolean(3), Text(reader, 4), Text(reader, 5), reader.GetString(6), Text(reader, 7), Text(reader, 8), Text(reader, 9), Text(reader, 10),
        reader.IsDBNull(11) ? null : reader.GetDecimal(11), Text(reader, 12), reader.IsDBNull(13) ? null : reader.GetFieldValue<DateTimeOffset>(13), reader.GetFieldValue<DateTimeOffset>(14),
        reader.GetFieldValue<DateTimeOffset>(15), (ArrivalWay)reader.GetInt32(16), reader.GetBoolean(17), reader.GetBoolean(18), reader.GetBoolean(19));

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
