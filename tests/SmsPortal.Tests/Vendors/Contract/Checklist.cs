using System.Text.RegularExpressions;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>One line of reading-endpoints.txt.</summary>
/// <param name="Source">The vendor document's lines, as field-notes cites them.</param>
/// <param name="Kind">read, effect or rule.</param>
/// <param name="Vendor">The vendor's key, of a reading line.</param>
/// <param name="Rows">The rows of the simulator's endpoint table, of a reading line.</param>
public sealed partial record Checklist(string Source, string Kind, string Vendor, IReadOnlyList<string> Rows)
{
    /// <summary>The committed list, which stands in where the vendors' documents are not at hand.</summary>
    public static IReadOnlyList<Checklist> Committed { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vendors", "reading-endpoints.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    /// <summary>The sources cited by the checklist of field-notes part 1; null where the documents are not beside the repository.</summary>
    public static IReadOnlyList<string>? InFieldNotes()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            // The documents lie beside the repository, or one level higher beside a work tree of it.
            var notes = Path.Combine(folder.FullName, "shared", "vendors", "field-notes.md");
            if (File.Exists(notes))
            {
                return [.. File.ReadLines(notes).Where(line => line.StartsWith("- [ ]", StringComparison.Ordinal)).SelectMany(line => Citation().Matches(line)).Select(match => match.Groups["source"].Value)];
            }
        }

        return null;
    }

    private static Checklist Parse(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var space = parts[2].IndexOf(' ', StringComparison.Ordinal);
        return new Checklist(parts[0], parts[1], space < 0 ? "" : parts[2][..space], space < 0 ? [] : parts[2][(space + 1)..].Split(',', StringSplitOptions.TrimEntries));
    }

    [GeneratedRegex(@"\[(I from )?D (?<source>[a-z-]+:[0-9][^\]]*)\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Citation();
}
