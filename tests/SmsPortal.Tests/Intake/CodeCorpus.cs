using System.Text.Json;
using SmsPortal.Intake;

namespace SmsPortal.Tests.Intake;

/// <summary>One text of the corpus. <paramref name="Code"/> is what a person would paste, null when the text has no code.</summary>
public sealed record CodeCorpusText(string Lang, string Text, string? Code, string? Pin, string Note);

/// <summary>The texts of one corpus file and how the finder does on them.</summary>
public sealed record CodeCorpus(string Name, IReadOnlyList<CodeCorpusText> Texts)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Texts that the rules and word lists were tuned on.</summary>
    public static CodeCorpus Tuning { get; } = Load("tuning");

    /// <summary>Texts written before the finder, never tuned on.</summary>
    public static CodeCorpus HeldOut { get; } = Load("held-out");

    /// <summary>Both.</summary>
    public static CodeCorpus Whole { get; } = new("whole", [.. Tuning.Texts, .. HeldOut.Texts]);

    public IEnumerable<string> Languages => Texts.Select(t => t.Lang).Distinct();

    public int WithCode => Texts.Count(t => t.Code is not null);

    public IReadOnlyList<CodeCorpusMiss> Misses { get; } =
    [
        .. from text in Texts
           let found = CodeFinder.Find(text.Text, text.Pin)?.Copied
           where found != text.Code
           select new CodeCorpusMiss(text, found),
    ];

    private int RightCodes => WithCode - Misses.Count(m => m.Text.Code is not null);

    /// <summary>Of the codes that were found, the share that is right.</summary>
    public double Precision => (double)RightCodes / Math.Max(1, RightCodes + Misses.Count(m => m.Found is not null));

    /// <summary>Of the texts with a code, the share whose code was found.</summary>
    public double Recall => (double)RightCodes / Math.Max(1, WithCode);

    public IEnumerable<string> Report()
    {
        yield return FormattableString.Invariant(
            $"{Name}: {Texts.Count} texts, {Languages.Count()} languages, {WithCode} with a code, {Texts.Count - WithCode} without, precision {Precision:0.0000}, recall {Recall:0.0000}, misses {Misses.Count}");
        foreach (var miss in Misses)
        {
            yield return $"  [{miss.Text.Lang}] wanted {miss.Text.Code ?? "none"}, found {miss.Found ?? "none"} ({miss.Text.Note}): {miss.Text.Text.ReplaceLineEndings(" / ")}";
        }
    }

    private static CodeCorpus Load(string name)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Intake", "Corpus", name + ".jsonl"));
        return new CodeCorpus(name, [.. lines.Select(line => JsonSerializer.Deserialize<CodeCorpusText>(line, Options)!)]);
    }
}

/// <summary>A text whose code was not found, or not rightly.</summary>
public sealed record CodeCorpusMiss(CodeCorpusText Text, string? Found);
