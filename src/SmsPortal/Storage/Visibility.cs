namespace SmsPortal.Storage;

/// <summary>
/// The one predicate: which lines may this person see, and from which message on. Every other query embeds it; it uses the parameter <c>@viewer</c>.
/// </summary>
internal static class Visibility
{
    /// <summary>Rows (line_id, visible_after, read_up_to, level) of the lines that the viewer may see.</summary>
    public static string Lines(Viewer viewer) => viewer.SeesAll
        ? "SELECT id AS line_id, 0::bigint AS visible_after, 0::bigint AS read_up_to, 2 AS level FROM phone_line"
        : "SELECT line_id, visible_after, read_up_to, level FROM line_access WHERE user_id = @viewer";

    /// <summary>Joins a message <c>m</c> to the viewer's access <c>v</c>: no row, no message. A look-up by primary key that keeps the order of the outer walk.</summary>
    public static string Join(Viewer viewer) => viewer.SeesAll
        ? "CROSS JOIN (SELECT 0::bigint AS read_up_to) v"
        : "CROSS JOIN LATERAL (SELECT a.read_up_to FROM line_access a WHERE a.user_id = @viewer AND a.line_id = m.line_id AND m.id > a.visible_after OFFSET 0) v";
}
