using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>Our clock shows the vendors' time, so that a test moves both.</summary>
internal sealed class SimulatorTime(SimulatorClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
