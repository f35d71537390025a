using System.Text;
using Npgsql;

namespace SmsPortal.Storage;

/// <summary>Builds the statements of a page. Which one runs is chosen by the size of the viewer's set of lines; all values are parameters.</summary>
internal sealed class MessagePageSql(Viewer viewer, MessageFilter filter, MessagePosition? before, int take)
{
    /// <summary>How many lines are read with their rows; above it their places come first and then the rows of the page.</summary>
    private const int VeryFewLines = 3;

    /// <summary>True when no line is left out.</summary>
    public bool SeesEverything => viewer.SeesAll && !filter.NarrowsLines;

    /// <summary>A statement of this page.</summary>
    /// <param name="Text">The SQL.</param>
    /// <param name="EndOfWindow">Finds where a walk ended.</param>
    /// <param name="Seconds">Its time-out.</param>
    /// <param name="Fill">Adds its parameters.</param>
    public sealed record Statement(string Text, string EndOfWindow, int Seconds, Action<NpgsqlCommand> Fill)
    {
        /// <summary>True when it must read in the order of an index: the planner takes a busy line for an average one and would rather sort all of its texts.</summary>
        public bool InOrder { get; init; }
    }

    /// <summary>Runs in front of a statement that must read in order, in the same round trip and transaction.</summary>
    public const string KeepOrder = "SELECT set_config('enable_bitmapscan', 'off', true)";

    /// <summary>Counts the lines in question, but no further than needed.</summary>
    public string CountLines(int few) => $"SELECT count(*) FROM ({Lines()} LIMIT {few + 1}) s";

    /// <summary>The newest of each line, merged.</summary>
    /// <param name="lines">How many lines there are.</param>
    public Statement ByLine(long lines) => Make(filter.NarrowsRows || lines <= VeryFewLines ? ByLineFiltered() : ByLineFromIndex()) with { InOrder = true };

    /// <summary>Of the newest rows of all those of the lines in question, which are few enough to be held as a whole. Not for filters that narrow rows.</summary>
    public Statement Near(int window) => Make($"""
        SELECT {MessageSql.Columns}, {MessageSql.Unread}
        FROM (SELECT m.* FROM message m WHERE true {Window()} ORDER BY m.at DESC, m.id DESC LIMIT {window}) m
        JOIN ({Lines()}) v ON v.line_id = m.line_id AND m.id > v.visible_after
        ORDER BY m.at DESC, m.id DESC LIMIT @take
        """);

    // Places come from the index alone; only the rows of the page itself are fetched.
    private string ByLineFromIndex() => $"""
        SELECT {MessageSql.Columns}, {MessageSql.Unread}
        FROM (
            SELECT m.id, v.read_up_to
            FROM ({Lines()}) v
            CROSS JOIN LATERAL (
                SELECT m.at, m.id FROM message m WHERE m.line_id = v.line_id AND m.id > v.visible_after {Window()}
                ORDER BY m.at DESC, m.id DESC LIMIT @take) m
            ORDER BY m.at DESC, m.id DESC LIMIT @take) v
        JOIN message m ON m.id = v.id
        ORDER BY m.at DESC, m.id DESC
        """;

    private string ByLineFiltered() => $"""
        SELECT {MessageSql.Columns}, {MessageSql.Unread}
        FROM ({Lines()}) v
        CROSS JOIN LATERAL (
            SELECT m.* FROM message m WHERE m.line_id = v.line_id AND m.id > v.visible_after {Window()} {Rows()}
            ORDER BY m.at DESC, m.id DESC LIMIT @take) m
        ORDER BY m.at DESC, m.id DESC LIMIT @take
        """;

    /// <summary>The newest of all, filtered on the way.</summary>
    public Statement Walk(int window) => Make($"""
        SELECT {MessageSql.Columns}, {MessageSql.Unread}
        FROM (SELECT m.* FROM message m WHERE true {Window()} ORDER BY m.at DESC, m.id DESC LIMIT {window}) m
        {Visibility.Join(viewer)}
        WHERE true {InLines()} {Rows()}
        ORDER BY m.at DESC, m.id DESC LIMIT @take
        """,
        $"SELECT m.at, m.id FROM message m WHERE true {Window()} ORDER BY m.at DESC, m.id DESC OFFSET {window - 1} LIMIT 1");

    /// <summary>By the index of words.</summary>
    public Statement ByWords() => Make($"""
        SELECT {MessageSql.Columns}, {MessageSql.Unread}
        FROM message m {Visibility.Join(viewer)}
        WHERE true {Window()} {InLines()} {Rows()}
        ORDER BY m.at DESC, m.id DESC LIMIT @take
        """);

    /// <summary>The parameters that every statement of this page may use.</summary>
    public void Fill(NpgsqlCommand command)
    {
        AddViewer(command, viewer);
        command.Parameters.AddWithValue("take", take + 1);
        Add(command, "line", filter.LineId);
        Add(command, "group", filter.GroupId);
        Add(command, "vendor", filter.VendorKey);
        Add(command, "to", filter.To is { } to ? Like(to) : null);
        Add(command, "from", filter.From is { } from ? Like(from) : null);
        Add(command, "party", filter.Party);
        Add(command, "since", filter.Since?.UtcDateTime);
        Add(command, "until", filter.Until?.UtcDateTime);
        Add(command, "words", filter.Words.Count > 0 ? string.Join(' ', filter.Words) : null);
        Add(command, "phrases", filter.Phrases.Count > 0 ? filter.Phrases.Select(Like).ToArray() : null);
        Add(command, "without", filter.Without.Count > 0 ? filter.Without.Select(Like).ToArray() : null);
        if (before is { } position)
        {
            command.Parameters.AddWithValue("beforeAt", position.At.UtcDateTime);
            command.Parameters.AddWithValue("beforeId", position.Id);
        }
    }

    /// <summary>The parameters of <see cref="Visibility"/> and <see cref="MessageSql.Unread"/>.</summary>
    public static void AddViewer(NpgsqlCommand command, Viewer viewer)
    {
        command.Parameters.AddWithValue("viewer", viewer.UserId);
        command.Parameters.AddWithValue("readUpTo", viewer.ReadUpTo);
    }

    private static string Like(string text) => "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static void Add(NpgsqlCommand command, string name, object? value)
    {
        if (value is not null)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    private Statement Make(string text, string end = "") => new(text, end, filter.Searches ? 2 : 15, Fill);

    private string Lines() => $"SELECT a.line_id, a.visible_after, a.read_up_to FROM ({Visibility.Lines(viewer)}) a {(filter.NarrowsLines ? $"WHERE a.line_id IN ({LineFilter()})" : "")}";

    private string InLines() => filter.NarrowsLines ? $"AND m.line_id IN ({LineFilter()})" : "";

    private string LineFilter()
    {
        var sql = new StringBuilder("SELECT l.id FROM phone_line l WHERE true");
        sql.Append(filter.LineId is null ? "" : " AND l.id = @line");
        sql.Append(filter.GroupId is null ? "" : " AND l.id IN (SELECT g.line_id FROM line_group_member g WHERE g.group_id = @group)");
        sql.Append(filter.VendorKey is null ? "" : " AND l.account_id IN (SELECT c.id FROM vendor_account c WHERE c.vendor_key = @vendor)");
        sql.Append(filter.To is null ? "" : " AND (l.number ILIKE @to OR l.e164 ILIKE @to OR l.label ILIKE @to OR l.vendor_label ILIKE @to)");
        return sql.ToString();
    }

    private string Window() => (before is null ? "" : " AND (m.at, m.id) < (@beforeAt, @beforeId)")
        + (filter.Since is null ? "" : " AND m.at >= @since")
        + (filter.Until is null ? "" : " AND m.at < @until");

    private string Rows()
    {
        var sql = new StringBuilder();
        sql.Append(filter.UnreadOnly ? " AND " + MessageSql.Unread : "");
        sql.Append(filter.WithCodeOnly ? " AND m.code IS NOT NULL" : "");
        sql.Append(filter.Incoming switch { true => " AND m.incoming", false => " AND NOT m.incoming", null => "" });
        sql.Append(filter.Party is null ? "" : " AND coalesce(m.sender, '') = @party");
        sql.Append(filter.From is null ? "" : " AND m.sender ILIKE @from");
        sql.Append(filter.Words.Count == 0 ? "" : " AND to_tsvector('simple', m.body) @@ plainto_tsquery('simple', @words)");
        sql.Append(filter.Phrases.Count == 0 ? "" : " AND m.body ILIKE ALL (@phrases)");
        sql.Append(filter.Without.Count == 0 ? "" : " AND NOT m.body ILIKE ANY (@without)");
        return sql.ToString();
    }
}
