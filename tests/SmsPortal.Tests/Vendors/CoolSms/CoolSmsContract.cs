using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.CoolSms;

namespace SmsPortal.Tests.Vendors.CoolSms;

public sealed class CoolSmsContract : VendorContract
{
    public override IVendor Vendor => new CoolSmsVendor();

    public override string BasePath => "/coolsms/coolapi/";

    public override IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string> { ["token"] = "sim-coolsms-token" };

    public override IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; } =
        new Dictionary<string, Func<VendorWorld, CancellationToken, Task>>
        {
            ["v1.5/status"] = (world, stop) => new CoolSmsClient(world.Session).StatusAsync(stop),
            ["v1.5/numbers"] = (world, stop) => new CoolSmsClient(world.Session).NumbersAsync(stop),
            ["v1.5/new_messages"] = ReadFirstNumberAsync,
            ["v1/status"] = (world, stop) => new CoolSmsClient(Old(world)).StatusAsync(stop),
            ["v1/numbers"] = (world, stop) => new CoolSmsClient(Old(world)).NumbersAsync(stop),
            ["v1/new_messages"] = (world, stop) => ReadFirstNumberAsync(world, stop, Old(world)),
        };

    private static Task ReadFirstNumberAsync(VendorWorld world, CancellationToken stop) => ReadFirstNumberAsync(world, stop, world.Session);

    private static async Task ReadFirstNumberAsync(VendorWorld world, CancellationToken stop, VendorSession session)
    {
        var client = new CoolSmsClient(session);
        await client.NewMessagesAsync((await client.NumbersAsync(stop))[0].Number, stop);
    }

    private static VendorSession Old(VendorWorld world)
    {
        world.Session.Memory.Set(CoolSmsClient.VersionFact, "v1");
        return world.Session;
    }
}
