namespace SmsPortal.Benchmarks;

/// <summary>Runs the arms in turn, block by block, so that what disturbs the machine disturbs all of them.</summary>
internal static class BlockRunner
{
    private const double TooNoisy = 1.6;

    /// <summary>The figures of each arm by block.</summary>
    public static async Task<Blocks> RunAsync(BenchOptions options, params IReadOnlyList<IArm> arms)
    {
        var length = TimeSpan.FromSeconds(options.Seconds);
        foreach (var arm in arms)
        {
            await arm.WarmUpAsync(length);
        }

        var blocks = await OnceAsync(options.Blocks, length, arms);
        if (blocks.Noise > TooNoisy)
        {
            Console.Error.WriteLine($"ratios differ by {blocks.Noise:0.0}; running once more");
            var again = await OnceAsync(options.Blocks, length, arms);
            blocks = again.Noise < blocks.Noise ? again : blocks;
        }

        return blocks;
    }

    private static async Task<Blocks> OnceAsync(int count, TimeSpan length, IReadOnlyList<IArm> arms)
    {
        var figures = arms.ToDictionary(arm => arm.Name, _ => new List<double[]>());
        for (var block = 0; block < count; block++)
        {
            foreach (var arm in arms)
            {
                figures[arm.Name].Add(await arm.RunAsync(length));
            }
        }

        return new Blocks(figures, arms[0].Name);
    }
}

/// <summary>What was measured.</summary>
/// <param name="Figures">By arm, then block.</param>
/// <param name="First">The arm that the noise is judged against.</param>
internal sealed record Blocks(IReadOnlyDictionary<string, List<double[]>> Figures, string First)
{
    /// <summary>How far the ratios of the first figure lie apart, at worst: largest / smallest.</summary>
    public double Noise => Figures.Keys.Where(arm => arm != First).Select(arm => Ratio(arm, First).Noise).DefaultIfEmpty(1).Max();

    public double Median(string arm, int figure = 0) => Statistics.Median([.. Figures[arm].Select(values => values[figure])]);

    public double Total(string arm, int figure) => Figures[arm].Sum(values => values[figure]);

    /// <summary>The ratios block by block.</summary>
    public Ratio Ratio(string arm, string to, int figure = 0) => Statistics.Ratio([.. Figures[arm].Zip(Figures[to], (a, b) => a[figure] / b[figure])]);
}
