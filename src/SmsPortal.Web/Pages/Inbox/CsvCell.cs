namespace SmsPortal.Web.Pages.Inbox;

/// <summary>One cell of a CSV file that a spreadsheet shows as text.</summary>
public static class CsvCell
{
    /// <summary>
    /// Quoted as RFC 4180 says. What a spreadsheet would calculate (<c>=</c>, <c>+49…</c>, <c>-</c>, <c>@</c>, also behind blanks and in full width) gets an apostrophe
    /// before it, so that nothing runs and <c>+4915…</c> stays a number with its plus.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = IsFormula(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",;\r\n\t") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static bool IsFormula(string text)
    {
        var start = text.AsSpan().TrimStart();
        return text[0] is '\t' or '\r' or '\n' || (start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%');
    }
}
