using SmsPortal.Vendors;
using VendorDialects = SmsPortal.VendorSimulator.Dialects;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>What the shared tests need to know of one vendor. A subclass beside the vendor's own tests is all that a new vendor adds.</summary>
public abstract class VendorContract
{
    /// <summary>The vendor's room, fresh.</summary>
    public abstract IVendor Vendor { get; }

    /// <summary>The base address below the simulator's root, ending in a slash.</summary>
    public abstract string BasePath { get; }

    /// <summary>Credentials that the simulator knows.</summary>
    public abstract IReadOnlyDictionary<string, string> Credentials { get; }

    /// <summary>For each reading row of the simulator's table (reading-endpoints.txt): calls it through our client.</summary>
    public abstract IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; }

    /// <summary>The kinds that a page in place of an answer may have at this vendor.</summary>
    public virtual IReadOnlyList<VendorFailureKind> WebPageKinds { get; } = [VendorFailureKind.BadAnswer];

    /// <summary>The dialects whose answers differ; the shared tests run in each.</summary>
    public static IReadOnlyList<string> Dialects { get; } = [VendorDialects.Document, VendorDialects.Observed];

    /// <summary>Lets a text arrive at the vendor so that a reading can find it, at once or when the vendor's clock has moved.</summary>
    public virtual Task ArriveAsync(VendorWorld world, string text, CancellationToken cancellationToken)
    {
        world.Simulator.Act(() => world.Simulator.Deliver(world.Simulator.World(Vendor.Key).RandomDelivery("22000", text, "Google")));
        return Task.CompletedTask;
    }

    /// <summary>What else a reading of this vendor needs before its texts can be read, such as a requested check.</summary>
    public virtual Task BeforeReadingAsync(VendorWorld world, CancellationToken cancellationToken) => Task.CompletedTask;
}
