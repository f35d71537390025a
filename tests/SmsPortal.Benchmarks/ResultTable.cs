using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>One line of a result.</summary>
/// <param name="What">What was compared.</param>
/// <param name="Floor">The floor's figure, with unit.</param>
/// <param name="Portal">The portal's figure, with unit.</param>
/// <param name="Ratio">Portal / floor by block.</param>
/// <param name="Ship">The least, such as <c>≤ 1.5</c>; empty for a figure that only informs.</param>
/// <param name="Record">What we are after.</param>
internal sealed record Result(string What, string Floor, string Portal, Ratio? Ratio = null, string Ship = "", string Record = "");

/// <summary>Prints results as a plain table.</summary>
internal static class ResultTable
{
    private static readonly string[] Head = ["what", "floor", "portal", "ratio (min–max)", "ship", "record", ""];

    public static void Print(IReadOnlyList<Result> results)
    {
        string[][] rows = [Head, .. results.Select(Row)];
        var widths = Head.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.WriteLine("| " + string.Join(" | ", row.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
            if (ReferenceEquals(row, Head))
            {
                Console.WriteLine("|" + string.Join('|', widths.Select(width => new string('-', width + 2))) + "|");
            }
        }
    }

    private static string[] Row(Result result) =>
        [result.What, result.Floor, result.Portal, result.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio.Median:0.00} ({ratio.Min:0.00}–{ratio.Max:0.00})") : "", result.Ship, result.Record, Verdict(result)];

    private static string Verdict(Result result) => result.Ratio is not { } ratio || result.Ship.Length == 0 ? ""
        : Meets(ratio.Median, result.Record) ? "record"
        : Meets(ratio.Median, result.Ship) ? "ship"
        : "short";

    // "≤ 1.5", "≥ 0.6"
    private static bool Meets(double ratio, string limit) =>
        double.TryParse(limit.AsSpan(Math.Min(2, limit.Length)), CultureInfo.InvariantCulture, out var value) && (limit[0] == '≤' ? ratio <= value : ratio >= value);
}
