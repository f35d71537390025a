using System.Globalization;
using System.Text;

namespace SmsPortal.Intake;

/// <summary>One character's plain form; texts and known words are folded alike, so that composed and decomposed letters meet.</summary>
internal static class CodeFolding
{
    // Filled as characters appear; two threads at worst compute the same value.
    private static readonly string?[] Known = new string?[char.MaxValue + 1];

    /// <summary>Folds a whole word in lower case.</summary>
    public static string Fold(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            Append(plain, rune);
        }

        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = Lower(plain[i]);
        }

        return plain.ToString();
    }

    /// <summary>Appends the plain form: nothing for marks and invisible characters, U+FFFD for symbols outside the basic plane.</summary>
    public static void Append(StringBuilder plain, Rune rune)
    {
        if (rune.IsAscii)
        {
            plain.Append(rune.Value is '\n' or '\r' ? '\n' : rune.Value < ' ' ? ' ' : (char)rune.Value);
            return;
        }

        plain.Append(rune.IsBmp ? Known[rune.Value] ??= Plain(rune) : Plain(rune));
    }

    private static string Plain(Rune rune)
    {
        if (IsInvisible(rune))
        {
            return "";
        }

        var digit = Digit(rune);
        if (digit >= 0)
        {
            return ((char)('0' + digit)).ToString();
        }

        // Numbers that are no decimal digits ("½", "²") would fall apart into digits of a code; normalization refuses non-characters.
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.OtherNotAssigned)
        {
            return "\uFFFD";
        }

        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            AppendPart(plain, part);
        }

        return plain.ToString();
    }

    /// <summary>Lower case, with the letters that Unicode does not take apart made plain.</summary>
    public static char Lower(char c) => char.ToLowerInvariant(c) switch
    {
        'ı' => 'i',
        'ł' => 'l',
        'đ' => 'd',
        'ø' => 'o',
        'ς' => 'σ',
        'ی' or 'ى' => 'ي',
        'ک' => 'ك',
        var lower => lower,
    };

    /// <summary>A letter of a script that puts spaces between words and does not glue particles to numbers.</summary>
    public static bool IsSpacedLetter(char c) => char.IsLetter(c) && c < '\u0530';

    /// <summary>The text without characters that nobody sees (zero widths, direction marks, keycap and variation marks).</summary>
    public static string WithoutInvisible(ReadOnlySpan<char> text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune))
            {
                seen.Append(rune.ToString());
            }
        }

        return seen.ToString();
    }

    private static void AppendPart(StringBuilder plain, Rune part)
    {
        var category = Rune.GetUnicodeCategory(part);
        if (category == UnicodeCategory.NonSpacingMark || IsInvisible(part))
        {
            return;
        }

        plain.Append(category switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + Digit(part)),
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            _ when !part.IsBmp => '\uFFFD',
            // Hyphens and the dashes that group digits; the em dash parts clauses.
            _ when part.Value is (>= 0x2010 and <= 0x2013) or 0x2212 => '-',
            _ when part.Value is 0x2018 or 0x2019 => '\'',
            _ => (char)part.Value,
        });
    }

    private static int Digit(Rune rune) => rune.Value switch
    {
        >= 0x2460 and <= 0x2468 => rune.Value - 0x245F, // ① to ⑨
        0x24EA => 0, // ⓪
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => (int)Rune.GetNumericValue(rune),
        _ => -1,
    };

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or 0x034F or 0x3164;
}
