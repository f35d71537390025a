using System.Globalization;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.SmsPins;
using SmsPortal.VendorSimulator.SmsPins;

namespace SmsPortal.Tests.Vendors.SmsPins;

public sealed class SmsPinsContract : VendorContract
{
    private const string Telephone = "23354";
    private static readonly TimeSpan LongerThanACheck = TimeSpan.FromMinutes(2);

    public override IVendor Vendor => new SmsPinsVendor();

    public override string BasePath => "/smspins/apiv2/";

    public override IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string> { ["key"] = "sim-smspins-key" };

    public override IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; } =
        new Dictionary<string, Func<VendorWorld, CancellationToken, Task>>
        {
            ["bulk_sms/telephones"] = (world, stop) => SmsPinsClient.TelephonesAsync(world.Session, stop),
            ["bulk_sms/request"] = (world, stop) => SmsPinsClient.RequestCheckAsync(world.Session, Telephone, stop),
            ["bulk_sms/status"] = async (world, stop) =>
                await SmsPinsClient.CheckStatusAsync(world.Session, await SmsPinsClient.RequestCheckAsync(world.Session, Telephone, stop), stop),
            ["bulk_sms/cancel"] = async (world, stop) =>
                await SmsPinsClient.CancelCheckAsync(world.Session, await SmsPinsClient.RequestCheckAsync(world.Session, Telephone, stop), stop),
            ["bulk_sms/smses_by_tid"] = async (world, stop) =>
            {
                await world.Contract.ArriveAsync(world, "Code 1111", stop);
                await world.Contract.BeforeReadingAsync(world, stop);
                await SmsPinsClient.TextsAsync(world.Session, Telephone, stop);
            },
            ["bulk_sms/autocheck"] = (world, stop) => SmsPinsClient.SetAutoCheckAsync(world.Session, Telephone, enabled: true, stop),
            ["nc/requests"] = async (world, stop) =>
            {
                Change(world);
                await SmsPinsClient.NumberChangesAsync(world.Session, stop);
            },
            ["nc/status"] = (world, stop) => SmsPinsClient.NumberChangeStatusAsync(world.Session, Change(world).Id.ToString(CultureInfo.InvariantCulture), stop),
        };

    /// <summary>A text shows only in a check that was asked for: ask for each telephone and let the checks end.</summary>
    public override async Task BeforeReadingAsync(VendorWorld world, CancellationToken cancellationToken)
    {
        foreach (var telephone in (await SmsPinsClient.TelephonesAsync(world.Session, cancellationToken)).Lines)
        {
            await SmsPinsClient.RequestCheckAsync(world.Session, telephone.Key, cancellationToken);
        }

        world.Simulator.Clock.Advance(LongerThanACheck);
    }

    private static NumberChange Change(VendorWorld world) => world.Simulator.Act(() =>
    {
        var account = world.Simulator.SmsPins.Accounts[0];
        var now = world.Simulator.Clock.Now;
        var change = new NumberChange { Id = 11111, Telephone = account.Telephones[0], LastNumber = "2121231234", Zip = "95129", SubmittedAt = now, UpdatedAt = now };
        account.NumberChanges.Add(change);
        return change;
    });
}
