using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Vendors.SmsPins;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPins;

/// <summary>SMSPins over HTTP against the simulator: request, follow, read.</summary>
public sealed class SmsPinsClientTests
{
    private static readonly SmsPinsVendor Vendor = new();
    private static readonly VendorLine Line = new("23354", LineKind.Telephone);

    [Theory, MemberData(nameof(Dialects))]
    public async Task Check_FollowedToItsEnd_BringsTheTextsThatTheListHasToo(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), dialect);
        Deliver(world, "Code 1111");
        Deliver(world, "Code 1111");
        Deliver(world, "Code 2222 😀");

        var id = await Vendor.RequestCheckAsync(world.Session, Line.Key, default);
        var before = await Vendor.ReadCheckAsync(world.Session, Line.Key, id, default);
        world.Simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await Vendor.ReadCheckAsync(world.Session, Line.Key, id, default);
        var listed = await Vendor.ReadLineMessagesAsync(world.Session, Line, default);

        before.State.ShouldBe(CheckState.Pending);
        before.Messages.ShouldBeEmpty();
        after.State.ShouldBe(CheckState.Succeeded);
        after.Messages.Select(message => message.Text).ShouldBe(["Code 1111", "Code 1111", "Code 2222 😀"]);
        after.Messages.Select(message => message.Identity).ShouldBe(listed.Messages.Select(message => message.Identity));
        after.EndedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("2026-11-01T05:30:00Z")]
    [InlineData("2026-11-01T06:30:00Z")]
    [InlineData("2026-03-08T06:59:30Z")]
    public async Task Check_AroundAClockChange_IsRead(string start)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), "document", options => options.ClockStart = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        Deliver(world, "Code 1111");

        var id = await Vendor.RequestCheckAsync(world.Session, Line.Key, default);
        world.Simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var check = await Vendor.ReadCheckAsync(world.Session, Line.Key, id, default);

        // In the hour that exists twice the first is taken: at most one hour off, never lost.
        check.Messages.ShouldHaveSingleItem().At!.Value.ShouldBeInRange(world.Simulator.Clock.Now.AddHours(-1.1), world.Simulator.Clock.Now);
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Check_PendingOrOver_IsCancelledOrRefused(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), dialect);
        var id = await Vendor.RequestCheckAsync(world.Session, Line.Key, default);

        await Vendor.CancelCheckAsync(world.Session, id, default);
        var again = await Should.ThrowAsync<VendorException>(Vendor.CancelCheckAsync(world.Session, id, default));

        (await Vendor.ReadCheckAsync(world.Session, Line.Key, id, default)).State.ShouldBe(CheckState.Canceled);
        again.Failure.Kind.ShouldBe(VendorFailureKind.Refused);
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task AutoCheck_IsTurnedOnAndOff(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), dialect);
        var telephone = world.Simulator.SmsPins.Accounts[0].Telephones[0];

        await Vendor.SetAutoCheckAsync(world.Session, Line.Key, enabled: true, default);
        telephone.AutoCheck.ShouldBeTrue();
        await Vendor.SetAutoCheckAsync(world.Session, Line.Key, enabled: false, default);
        telephone.AutoCheck.ShouldBeFalse();
    }

    [Theory]
    [InlineData(FaultKinds.Reset, "after", 1)]
    [InlineData("502", "after", 1)]
    [InlineData(FaultKinds.Truncated, "after", 1)]
    [InlineData(FaultKinds.Html, "before", 0)]
    public async Task RequestOfACheck_WhoseAnswerIsLost_HasAnUnknownOutcomeAndIsNotRepeated(string fault, string phase, int checks)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), "document");
        world.Simulator.Faults.Add(new Fault { Vendor = "smspins", Endpoint = "bulk_sms/request", Kind = fault, Phase = phase });

        var failure = (await Should.ThrowAsync<VendorException>(Vendor.RequestCheckAsync(world.Session, Line.Key, default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.OutcomeUnknown);
        world.Simulator.Counters.Effects("smspins", "checks").ShouldBe(checks);
        world.Simulator.Counters.Hits("smspins", "bulk_sms/request").ShouldBe(1);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public async Task WrongKey_InBothForms_IsRejected(string form)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), "document", options => options.Adjust = settings => settings.SmsPinsWrongKey = form);
        var session = world.NewSession(TimeSpan.FromSeconds(60), new Dictionary<string, string> { ["key"] = "some-wrong-key" });

        var failure = (await Should.ThrowAsync<VendorException>(Vendor.CheckAccountAsync(session, default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("key");
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task UnknownTelephone_IsNotFound(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new SmsPinsContract(), dialect);

        (await Should.ThrowAsync<VendorException>(Vendor.RequestCheckAsync(world.Session, "1", default))).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
    }

    public static TheoryData<string> Dialects() => [.. VendorContract.Dialects];

    private static void Deliver(VendorWorld world, string text) =>
        world.Simulator.Deliver(new Delivery { Vendor = "smspins", Line = Line.Key, Text = text });
}
