using System.Globalization;
using System.Text;

namespace SmsPortal.Web.Components;

/// <summary>
/// Finds characters that hide in a text or turn it round: bidirectional controls, zero-width characters outside words and emoji that need them, control
/// characters. The text itself is never changed; lists and panels show the characters by number.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>A piece of text; <paramref name="Name"/> is set for a hidden character, such as <c>U+202E</c>.</summary>
    public readonly record struct Part(string Text, string? Name);

    /// <summary>True when the text holds one.</summary>
    public static bool Any(string text)
    {
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Hides(rune, previous))
            {
                return true;
            }

            previous = rune;
        }

        return false;
    }

    /// <summary>The text in pieces; joined they are the text to the letter.</summary>
    public static IReadOnlyList<Part> Split(string text)
    {
        var parts = new List<Part>();
        var plain = new StringBuilder();
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Hides(rune, previous))
            {
                if (plain.Length > 0)
                {
                    parts.Add(new Part(plain.ToString(), null));
                    plain.Clear();
                }

                parts.Add(new Part(rune.ToString(), Name(rune)));
            }
            else
            {
                plain.Append(rune);
            }

            previous = rune;
        }

        if (plain.Length > 0)
        {
            parts.Add(new Part(plain.ToString(), null));
        }

        return parts;
    }

    /// <summary>For attributes, where nothing can be isolated: the characters are replaced by their numbers in brackets.</summary>
    public static string Replace(string text) => Any(text) ? string.Concat(Split(text).Select(part => part.Name is null ? part.Text : $"[{part.Name}]")) : text;

    private static string Name(Rune rune) => "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture);

    private static bool Hides(Rune rune, Rune previous) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        0x00AD or 0x034F or 0x061C or 0x180E or 0x3164 or 0xFFA0 or 0x115F or 0x1160 => true,
        0x200B or 0x200E or 0x200F => true,
        // Joiners belong into emoji and into the scripts that are written with them.
        0x200C or 0x200D => !NeedsJoiner(previous),
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        0xFEFF => true,
        >= 0xFFF9 and <= 0xFFFB => true,
        // Tags draw the flags of parts of countries; anywhere else they hide text.
        >= 0xE0000 and <= 0xE007F => previous.Value is not (0x1F3F4 or (>= 0xE0000 and <= 0xE007F)),
        _ => false,
    };

    private static bool NeedsJoiner(Rune previous) => previous.Value is (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1780 and <= 0x17FF) or (>= 0x1000 and <= 0x109F)
        or 0xFE0F or (>= 0x2190 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF);
}
