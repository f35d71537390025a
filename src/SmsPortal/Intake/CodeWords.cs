using System.Collections.Frozen;

namespace SmsPortal.Intake;

/// <summary>Finds the known words of a text, the longest at each place, in one pass.</summary>
internal static class CodeWords
{
    private static readonly FrozenDictionary<char, CodeWord[]> ByFirst = CodeWordTable.All
        .SelectMany(row => row.Words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Parse(word, row.Kind)))
        .Where(word => word.Text.Length > 0)
        .GroupBy(word => word.Text[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());

    /// <summary>The known words in the order of the text; none overlaps another.</summary>
    public static List<CodeWordHit> In(CodeText text)
    {
        var hits = new List<CodeWordHit>();
        for (var at = 0; at < text.Length; at++)
        {
            var word = At(text, at);
            if (word is not null)
            {
                var end = EndOfHit(text, word, at + word.Text.Length);
                hits.Add(new CodeWordHit(at, end, word.Kind));
                at = end - 1;
            }
        }

        return hits;
    }

    /// <summary>Whether the range is a word that names a code: "OTP" in "OTP804511".</summary>
    public static bool NamesCode(CodeText text, int start, int end) =>
        ByFirst.TryGetValue(text.Folded[start], out var words)
        && Array.Exists(words, word => word.Kind is CodeWordKind.Code or CodeWordKind.StrongCode
            && word.Text.AsSpan().SequenceEqual(text.Folded.AsSpan(start, end - start)));

    // A code word reaches to the end of its word ("codunuz"); other words may be the first part of a compound with a code word.
    private static int EndOfHit(CodeText text, CodeWord word, int end)
    {
        while (word.Kind is CodeWordKind.Code or CodeWordKind.StrongCode && text.ContinuesWord(end))
        {
            end++;
        }

        return end;
    }

    private static CodeWord? At(CodeText text, int at) =>
        ByFirst.TryGetValue(text.Folded[at], out var words) ? Array.Find(words, word => word.Matches(text, at)) : null;

    private static CodeWord Parse(string entry, CodeWordKind kind)
    {
        // "$" alone is the dollar, behind a word it is the mark.
        var whole = entry.Length > 1 && entry[^1] == '$';
        var inside = entry.Length > 1 && entry[0] == '*';
        return new CodeWord(CodeFolding.Fold(entry[(inside ? 1 : 0)..(whole ? ^1 : ^0)]), kind, inside, whole);
    }
}
