using System.Globalization;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.GetSms;

namespace SmsPortal.Tests.Vendors.GetSms;

public sealed class GetSmsContract : VendorContract
{
    public override IVendor Vendor => new GetSmsVendor();

    public override string BasePath => "/getsms/";

    public override IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string> { ["user"] = "demo", ["api_key"] = "sim-getsms-key" };

    public override IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; } =
        new Dictionary<string, Func<VendorWorld, CancellationToken, Task>>
        {
            ["balance"] = (world, stop) => GetSmsClient.BalanceAsync(world.Session, stop),
            ["list_services"] = (world, stop) => GetSmsClient.ListServicesAsync(world.Session, ["Google"], stop),
            ["read_sms"] = async (world, stop) =>
            {
                await world.Contract.ArriveAsync(world, "Code 1111", stop);
                await GetSmsClient.ReadSmsAsync(world.Session, null, null, null, stop);
            },
            ["request_status"] = async (world, stop) =>
            {
                await world.Contract.ArriveAsync(world, "Code 1111", stop);
                var id = world.Simulator.GetSms.Accounts[0].Requests[^1].Id;
                await GetSmsClient.RequestStatusAsync(world.Session, id.ToString(CultureInfo.InvariantCulture), stop);
            },
        };
}
