using System.Globalization;
using SmsPortal.Storage;

namespace SmsPortal.Benchmarks;

/// <summary>P7: a page of the inbox in a store of 10,000 texts and in a large one, for every size of grant, at the top and deep down.</summary>
internal static class P7Pages
{
    private const int SmallRows = 10_000;

    // 18 cells: a part of a block's time for each.
    private const double PartOfBlock = 0.1;
    private static readonly double[] Depths = [0, 0.5, 0.95];

    public static async Task<IReadOnlyList<Result>> RunAsync(BenchPostgres server, BenchOptions options)
    {
        var (small, smallViewers) = await P7Store.CreateAsync(server, "small", SmallRows);
        await using var firstStore = small;
        var (large, largeViewers) = await P7Store.CreateAsync(server, "large", options.Rows);
        await using var secondStore = large;
        var results = new List<Result>();
        for (var i = 0; i < P7Store.Viewers.Count; i++)
        {
            foreach (var depth in Depths)
            {
                var smallArm = await ArmAsync("10 k", small, smallViewers[i], depth);
                var largeArm = await ArmAsync("large", large, largeViewers[i], depth);
                var blocks = await BlockRunner.RunAsync(options with { Seconds = options.Seconds * PartOfBlock }, smallArm, largeArm);
                results.Add(new Result(
                    string.Create(CultureInfo.InvariantCulture, $"P7 {P7Store.Viewers[i].Name}, {(depth == 0 ? "first page" : $"{depth * 100:0} % down")}"),
                    await CellAsync(smallArm, blocks), await CellAsync(largeArm, blocks), blocks.Ratio("large", "10 k"), "≤ 2", "≤ 1.1"));
            }
        }

        return results;
    }

    private static async Task<PageArm> ArmAsync(string name, PortalStore store, Viewer viewer, double depth) => new(name, store, viewer, await PageArm.PlaceAsync(store, viewer, depth));

    private static async Task<string> CellAsync(PageArm arm, Blocks blocks)
    {
        var buffers = await arm.BuffersAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm.Name):0.00} ms, {blocks.Median(arm.Name, PageArm.Rows):0} rows, {buffers} buffers");
    }
}
