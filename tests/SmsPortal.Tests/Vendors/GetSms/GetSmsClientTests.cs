using System.Globalization;
using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.GetSms;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Vendors.GetSms;

/// <summary>Every reading command over HTTP against the simulator, in both dialects.</summary>
public sealed class GetSmsClientTests
{
    private static readonly GetSmsVendor Vendor = new();

    [Theory, MemberData(nameof(Dialects))]
    public async Task Account_WithTheRightKey_HasABalance(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);

        var facts = await Vendor.CheckAccountAsync(world.Session, default);

        facts.Balance.ShouldBe(world.Simulator.GetSms.Accounts[0].Balance);
    }

    [Theory]
    [InlineData("document", "user")]
    [InlineData("observed", "api_key")]
    public async Task Account_WithAWrongCredential_IsRejected(string dialect, string wrong)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);

        var failure = (await Should.ThrowAsync<VendorException>(Vendor.CheckAccountAsync(world.NewSession(TimeSpan.FromSeconds(60), WrongIn(world, wrong)), default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("api_key");
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Texts_UpToThree_AreRead_AndMoreAreAPossibleGap(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);
        var session = world.Session;
        var none = await Vendor.ReadAccountMessagesAsync(session, null, default);
        Deliver(world, "Code 1111\nsecond line");
        Deliver(world, "Code 2222");

        var two = await Vendor.ReadAccountMessagesAsync(session, none.NextCursor, default);
        for (var burst = 3; burst <= 6; burst++)
        {
            Deliver(world, $"Code {burst}{burst}{burst}{burst}");
        }

        var burstOfFour = await Vendor.ReadAccountMessagesAsync(session, two.NextCursor, default);

        none.Messages.ShouldBeEmpty();
        two.Messages.Select(message => message.Text).ShouldBe(["Code 1111\nsecond line", "Code 2222"]);
        two.PossibleGap.ShouldBeFalse();
        burstOfFour.Messages.Select(message => message.Text).ShouldBe(["Code 4444", "Code 5555", "Code 6666"]);
        burstOfFour.PossibleGap.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Request_OfAReceivedText_IsCompleted(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);
        var session = world.Session;
        Deliver(world, "Code 1111");
        var id = world.Simulator.GetSms.Accounts[0].Requests[^1].Id.ToString(CultureInfo.InvariantCulture);

        var request = await GetSmsClient.RequestStatusAsync(session, id, default);
        var texts = await GetSmsClient.ReadSmsAsync(session, id, null, null, default);

        request.Id.ShouldBe(id);
        request.Status.ShouldBe("Completed");
        texts.ShouldHaveSingleItem().Reply.ShouldBe("Code 1111");
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Request_Unknown_IsNotFound(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);

        (await Should.ThrowAsync<VendorException>(GetSmsClient.RequestStatusAsync(world.Session, "1", default))).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Services_AllAndOne_HavePrices(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);
        var session = world.Session;

        var all = await GetSmsClient.ListServicesAsync(session, [], default);
        var one = await GetSmsClient.ListServicesAsync(session, ["Google"], default);

        all.Count.ShouldBe(world.Simulator.GetSms.Services.Count);
        one.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            service => service.Price.ShouldBe(1.00m),
            service => service.RecommendedMarkup.ShouldNotBeNull());
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Text_ThatHoldsTheUserName_IsReadWhole(string dialect)
    {
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);
        Deliver(world, "Democracy demo: 1111");

        var reading = await Vendor.ReadAccountMessagesAsync(world.Session, null, default);

        reading.Messages.ShouldHaveSingleItem().Text.ShouldBe("Democracy demo: 1111");
    }

    public static TheoryData<string> Dialects() => [.. VendorContract.Dialects];

    private static Dictionary<string, string> WrongIn(VendorWorld world, string wrong) =>
        world.Contract.Credentials.ToDictionary(field => field.Key, field => field.Key == wrong ? field.Value + "-wrong" : field.Value);

    private static void Deliver(VendorWorld world, string text)
    {
        world.Simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Simulator.Deliver(new Delivery { Vendor = "getsms", Text = text });
    }
}
