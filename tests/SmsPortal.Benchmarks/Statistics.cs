namespace SmsPortal.Benchmarks;

/// <summary>The middle of the blocks' ratios, with the least and the greatest.</summary>
internal sealed record Ratio(double Median, double Min, double Max)
{
    public double Noise => Max / Min;
}

internal static class Statistics
{
    public static double Median(double[] values) => Quantile(values, 0.5);

    /// <summary>The value below which that part of the values lies; NaN for none.</summary>
    public static double Quantile(double[] values, double part)
    {
        if (values.Length == 0)
        {
            return double.NaN;
        }

        var sorted = values.Order().ToArray();
        var place = part * (sorted.Length - 1);
        var low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + ((place - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }

    public static Ratio Ratio(double[] values) => new(Median(values), values.Min(), values.Max());
}
