using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.JookSms;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Vendors.JookSms;

/// <summary>JookSMS over HTTP against the simulator, with errors as HTTP statuses and as HTTP 200.</summary>
public sealed class JookSmsClientTests
{
    private static readonly JookSmsVendor Vendor = new();

    public static TheoryData<string, bool> Forms => new() { { "document", false }, { "document", true }, { "observed", false }, { "observed", true } };

    [Theory, MemberData(nameof(Forms))]
    public async Task TokenThatEndedEarly_IsReplacedWithinTheCall(string dialect, bool errorsWith200)
    {
        await using var world = await StartAsync(dialect, errorsWith200);
        await Vendor.CheckAccountAsync(world.Session, default);
        world.Simulator.Act(() => world.Simulator.JookSms.Accounts[0].Tokens.Clear());
        world.Simulator.Deliver(new Delivery { Vendor = "jooksms", Text = "Code 1111" });

        var reading = await Vendor.ReadAccountMessagesAsync(world.Session, null, default);

        reading.Messages.ShouldHaveSingleItem().Text.ShouldBe("Code 1111");
        world.Simulator.Counters.Effects("jooksms", "tokens").ShouldBe(2);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task TokenOfAnHourAgo_IsRenewedBeforeItIsRefused(string dialect, bool errorsWith200)
    {
        await using var world = await StartAsync(dialect, errorsWith200);
        await Vendor.ReadAccountMessagesAsync(world.Session, null, default);
        world.Simulator.Clock.Advance(TimeSpan.FromHours(1));

        await Vendor.ReadAccountMessagesAsync(world.Session, null, default);

        world.Simulator.Counters.Hits("jooksms", "sms/list").ShouldBe(2);
        world.Simulator.Counters.Hits("jooksms", "oauth/access_token").ShouldBe(2);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task WrongSecret_IsRejectedByItsField(string dialect, bool errorsWith200)
    {
        await using var world = await StartAsync(dialect, errorsWith200);
        var wrong = new Dictionary<string, string>(world.Contract.Credentials) { ["client_secret"] = "some-wrong-secret" };

        var failure = (await Should.ThrowAsync<VendorException>(Vendor.CheckAccountAsync(world.NewSession(TimeSpan.FromSeconds(60), wrong, new VendorMemory()), default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("client_secret");
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task UnknownText_IsNotFound(string dialect, bool errorsWith200)
    {
        await using var world = await StartAsync(dialect, errorsWith200);

        (await Should.ThrowAsync<VendorException>(JookSmsClient.SmsAsync(world.Session, 7, default))).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
    }

    private static Task<VendorWorld> StartAsync(string dialect, bool errorsWith200) =>
        VendorWorld.StartAsync(new JookSmsContract(), dialect, options => options.Adjust = settings => settings.JookSmsErrorsWith200 = errorsWith200);
}
