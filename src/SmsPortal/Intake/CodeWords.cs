using System.Collections.Frozen;

namespace SmsPortal.Intake;

/// <summary>Finds the known words of a text, the longest at each place, in one pass.</summary>
internal static class CodeWords
{
    private static readonly CodeWord[] All = [.. CodeWordTable.All
        .SelectMany(row => row.Words.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Parse(word, row.Kind)))
        .OrderByDescending(word => word.Text.Length)];

    // By the first two characters, most texts ask for a handful of words; a one-letter word stands under its letter and '\0'.
    private static readonly FrozenDictionary<int, CodeWord[]> ByStart = All
        .GroupBy(word => Key(word.Text[0], word.Text.Length > 1 ? word.Text[1] : '\0'))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenSet<string> NamesOfCodes = All
        .Where(word => word.Kind is CodeWordKind.Code or CodeWordKind.StrongCode)
        .Select(word => word.Text)
        .ToFrozenSet();

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
        NamesOfCodes.Contains(text.Folded[start..end]);

    // A code word reaches to the end of its word ("codunuz"); other words may be the first part of a compound with a code word.
    private static int EndOfHit(CodeText text, CodeWord word, int end)
    {
        while (word.Kind is CodeWordKind.Code or CodeWordKind.StrongCode && text.ContinuesWord(end))
        {
            end++;
        }

        return end;
    }

    private static CodeWord? At(CodeText text, int at)
    {
        var first = text.Folded[at];
        var second = at + 1 < text.Length ? text.Folded[at + 1] : '\0';
        return First(text, at, Key(first, second is '-' or '\n' ? ' ' : second)) ?? First(text, at, Key(first, '\0'));
    }

    private static CodeWord? First(CodeText text, int at, int key)
    {
        if (ByStart.TryGetValue(key, out var words))
        {
            foreach (var word in words)
            {
                if (word.Matches(text, at))
                {
                    return word;
                }
            }
        }

        return null;
    }

    private static int Key(char first, char second) => (first << 16) | second;

    private static CodeWord Parse(string entry, CodeWordKind kind)
    {
        // "$" alone is the dollar, behind a word it is the mark.
        var whole = entry.Length > 1 && entry[^1] == '$';
        var inside = entry.Length > 1 && entry[0] == '*';
        return new CodeWord(CodeFolding.Fold(entry[(inside ? 1 : 0)..(whole ? ^1 : ^0)]), kind, inside, whole);
    }
}
