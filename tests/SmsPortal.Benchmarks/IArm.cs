namespace SmsPortal.Benchmarks;

/// <summary>One side of a comparison.</summary>
internal interface IArm
{
    string Name { get; }

    /// <summary>Runs for that long; returns the figures, in an order of the arm's own.</summary>
    Task<double[]> RunAsync(TimeSpan length);

    /// <summary>Runs until the arm is as fast as it gets.</summary>
    async Task WarmUpAsync(TimeSpan length) => await RunAsync(length);
}
