using System.Collections.Frozen;
using System.Text;

namespace SmsPortal.People;

/// <summary>
/// Passwords that attackers try first, from the embedded list (<c>CommonPasswords.txt</c>): whole ones of 12 characters and more, and short stems that people
/// lengthen. "P@ssw0rd-2024!" is found by its stem.
/// </summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    /// <summary>How many entries the list has.</summary>
    public static int Count => List.Value.Count;

    /// <summary>Whether the password is on the list: as it stands, without its decoration, or as a listed word or up to three characters over and over.</summary>
    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        var plain = Letters(lower);
        return Listed(lower) || Listed(plain) || Listed(lower.Trim([.. Decoration])) || Listed(Letters(lower.Trim([.. Decoration])));
    }

    private const string Decoration = "0123456789!?.,;:-_+*#$%&/()=@~^'\" ";

    private static bool Listed(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        var unit = Unit(text);
        return List.Value.Contains(text) || List.Value.Contains(unit) || (unit.Length <= 3 && unit.Length < text.Length);
    }

    // The shortest text that gives the whole when repeated: "abcabcabcabc" -> "abc".
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && text.AsSpan(length).SequenceEqual(text.AsSpan(0, text.Length - length)))
            {
                return text[..length];
            }
        }

        return text;
    }

    // "p@ssw0rd" -> "password"; what is neither a letter nor read as one is dropped.
    private static string Letters(string lower)
    {
        var letters = new StringBuilder(lower.Length);
        foreach (var c in lower)
        {
            var letter = c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c };
            if (char.IsLetter(letter))
            {
                letters.Append(letter);
            }
        }

        return letters.ToString();
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("SmsPortal.People.CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToFrozenSet(StringComparer.Ordinal);
    }
}
