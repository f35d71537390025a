using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.JookSms;
using SmsPortal.VendorSimulator.JookSms;

namespace SmsPortal.Tests.Vendors.JookSms;

public sealed class JookSmsContract : VendorContract
{
    private const long OurExternalId = 900;

    public override IVendor Vendor => new JookSmsVendor();

    public override string BasePath => "/jooksms/api/v1/";

    public override IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string> { ["client_id"] = "sim-jook-id", ["client_secret"] = "sim-jook-secret" };

    public override IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; } =
        new Dictionary<string, Func<VendorWorld, CancellationToken, Task>>
        {
            ["oauth/access_token"] = (world, stop) => JookSmsClient.CheckTokenAsync(world.Session, stop),
            ["sms/get"] = (world, stop) => JookSmsClient.SmsAsync(world.Session, SentMessage(world).Id, stop),
            ["sms/by_external"] = (world, stop) => JookSmsClient.SmsByExternalIdAsync(world.Session, SentMessage(world).ExternalId!.Value, stop),
            ["sms/list"] = async (world, stop) =>
            {
                SentMessage(world);
                await JookSmsClient.SmsPageAsync(world.Session, 1, stop);
            },
            ["sms/search"] = async (world, stop) =>
            {
                SentMessage(world);
                var day = world.Simulator.Clock.Now.AddDays(-1);
                await JookSmsClient.SearchAsync(world.Session, new JookSmsSearch("+50768819519", day, day.AddDays(2), "test"), 1, stop);
            },
            ["contact/get"] = (world, stop) => JookSmsClient.ContactAsync(world.Session, world.Simulator.JookSms.Accounts[0].Contacts[0].Id, stop),
            ["contact/list"] = (world, stop) => JookSmsClient.ContactPageAsync(world.Session, 1, stop),
            ["contact_group/list"] = (world, stop) => JookSmsClient.ContactGroupPageAsync(world.Session, 1, stop),
        };

    private static JookSmsMessage SentMessage(VendorWorld world) => world.Simulator.Act(() =>
    {
        var message = new JookSmsMessage
        {
            Id = 50, ExternalId = OurExternalId, IsIncoming = false, Status = "sent", Number = "+50768819519", OwnNumber = "50672004393",
            Content = "Just a test", Created = world.Simulator.Clock.Now,
        };
        world.Simulator.JookSms.Accounts[0].Messages.Add(message);
        return message;
    });
}
