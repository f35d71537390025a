namespace SmsPortal.VendorAccess;

/// <summary>Times of the gate.</summary>
public sealed class GateOptions
{
    /// <summary>Multiplies every pace floor of the vendors. Below 1 only against the simulator.</summary>
    public double PaceFactor { get; set; } = 1;

    /// <summary>Back-off after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest back-off, and the one after a rejected key.</summary>
    public TimeSpan LongestBackOff { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Successes are written at most that often unless they end a failure.</summary>
    public TimeSpan SuccessWrittenEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a node trusts what it read of an account; changes are told by the feed, this is the net.</summary>
    public TimeSpan AccountKeptFor { get; set; } = TimeSpan.FromSeconds(10);
}
