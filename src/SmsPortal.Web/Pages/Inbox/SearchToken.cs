using System.Text;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>A piece of a search text.</summary>
/// <param name="Operator">What stands before the colon, in lower case; null = plain text.</param>
/// <param name="Value">The text itself, without quotation marks.</param>
/// <param name="IsQuoted">It stood in quotation marks.</param>
/// <param name="IsWithout">A minus stood before it.</param>
internal readonly record struct SearchToken(string? Operator, string Value, bool IsQuoted, bool IsWithout)
{
    /// <summary>Splits <c>from:uber "is your" -test group:"QA team"</c>; <paramref name="isOpen"/> = a quotation mark was not closed.</summary>
    public static IReadOnlyList<SearchToken> Split(string text, out bool isOpen)
    {
        var tokens = new List<SearchToken>();
        isOpen = false;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            tokens.Add(Next(text, ref i, ref isOpen));
        }

        return tokens;
    }

    private static SearchToken Next(string text, ref int i, ref bool isOpen)
    {
        var without = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
        if (without)
        {
            i++;
        }

        string? name = null;
        var value = new StringBuilder();
        while (i < text.Length && !char.IsWhiteSpace(text[i]))
        {
            if (IsQuote(text[i]) && value.Length == 0)
            {
                var end = text.AsSpan(i + 1).IndexOfAny('"', '“', '”');
                isOpen |= end < 0;
                var quoted = end < 0 ? text[(i + 1)..] : text.Substring(i + 1, end);
                i = end < 0 ? text.Length : i + end + 2;
                return new SearchToken(name, quoted, IsQuoted: true, without);
            }

            if (text[i] == ':' && name is null && IsName(value) && !text.AsSpan(i + 1).StartsWith("//"))
            {
                name = value.ToString().ToLowerInvariant();
                value.Clear();
            }
            else
            {
                value.Append(text[i]);
            }

            i++;
        }

        return new SearchToken(name, value.ToString(), IsQuoted: false, without);
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”';

    private static bool IsName(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (chunk.Span.ContainsAnyExceptInRange('A', 'z'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
