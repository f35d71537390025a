using Npgsql;
using SmsPortal.Storage;

namespace SmsPortal.Reading;

/// <summary>The statements of <see cref="ReadDesk"/>. Each embeds the one visibility predicate.</summary>
internal static class ReadSql
{
    // Only what really changes is written and told: a mark that is already so costs nothing in the other tabs.
    private const string Write = """
        marked AS (
            INSERT INTO read_exception (user_id, message_id, is_read)
            SELECT @viewer, g.id, @read FROM given g WHERE g.unread = @read
            ON CONFLICT (user_id, message_id) DO UPDATE SET is_read = excluded.is_read
            RETURNING message_id),
        told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'r:' || @viewer) AS done FROM marked HAVING count(*) > 0)
        SELECT count(*)::int, (SELECT count(*) FROM told) FROM marked
        """;

    // The mark is part of the person's scope, which each node remembers: "g:" makes it forget, and the tabs read again.
    public const string MarkAll = """
        WITH raised AS (
            UPDATE identity_users SET read_up_to = @upTo WHERE id = @viewer AND read_up_to < @upTo RETURNING id),
        cleared AS (
            DELETE FROM read_exception WHERE user_id = @viewer AND message_id <= @upTo RETURNING message_id),
        changed AS (SELECT 1 FROM raised UNION ALL SELECT 1 FROM cleared)
        SELECT pg_notify('portal_feed', 'g:' || @viewer), pg_notify('portal_feed', 'r:' || @viewer) FROM changed HAVING count(*) > 0
        """;

    public static string Mark(Viewer viewer) => $"""
        WITH given AS MATERIALIZED (
            SELECT m.id, {MessageSql.Unread} AS unread FROM message m {Visibility.Join(viewer)} WHERE m.id = ANY (@ids) AND m.incoming AND NOT m.history),
        {Write}
        """;

    public static string MarkConversation(Viewer viewer) => $"""
        WITH given AS MATERIALIZED (
            SELECT m.id, {MessageSql.Unread} AS unread
            FROM (SELECT n.* FROM message n WHERE n.line_id = @line AND coalesce(n.sender, '') = @party ORDER BY n.at DESC, n.id DESC LIMIT 1000) m {Visibility.Join(viewer)}),
        {Write}
        """;

    public static string UnreadAmong(Viewer viewer) =>
        $"SELECT m.id FROM message m {Visibility.Join(viewer)} WHERE m.id = ANY (@ids) AND {MessageSql.Unread}";

    public static void AddViewer(NpgsqlCommand command, Viewer viewer)
    {
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("readUpTo", viewer.ReadUpTo);
    }
}
