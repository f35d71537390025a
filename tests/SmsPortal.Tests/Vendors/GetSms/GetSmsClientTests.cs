using System.Globalization;
using Shouldly;
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
        await using var vendors = await SimulatedVendors.StartAsync(dialect);

        var facts = await Vendor.CheckAccountAsync(vendors.Session(Vendor), default);

        facts.Balance.ShouldBe(vendors.Simulator.GetSms.Accounts[0].Balance);
    }

    [Theory]
    [InlineData("document", "user")]
    [InlineData("observed", "api_key")]
    public async Task Account_WithAWrongCredential_IsRejected(string dialect, string wrong)
    {
        await using var vendors = await SimulatedVendors.StartAsync(dialect);

        var failure = (await Should.ThrowAsync<VendorException>(Vendor.CheckAccountAsync(vendors.Session(Vendor, wrong), default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("api_key");
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Texts_UpToThree_AreRead_AndMoreAreAPossibleGap(string dialect)
    {
        await using var vendors = await SimulatedVendors.StartAsync(dialect);
        var session = vendors.Session(Vendor);
        var none = await Vendor.ReadAccountMessagesAsync(session, null, default);
        Deliver(vendors, "Code 1111\nsecond line");
        Deliver(vendors, "Code 2222");

        var two = await Vendor.ReadAccountMessagesAsync(session, none.NextCursor, default);
        for (var burst = 3; burst <= 6; burst++)
        {
            Deliver(vendors, $"Code {burst}{burst}{burst}{burst}");
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
        await using var vendors = await SimulatedVendors.StartAsync(dialect);
        var session = vendors.Session(Vendor);
        Deliver(vendors, "Code 1111");
        var id = vendors.Simulator.GetSms.Accounts[0].Requests[^1].Id.ToString(CultureInfo.InvariantCulture);

        var request = await GetSmsClient.RequestStatusAsync(session, id, default);
        var texts = await GetSmsClient.ReadSmsAsync(session, id, null, null, default);

        request.Id.ShouldBe(id);
        request.Status.ShouldBe("Completed");
        texts.ShouldHaveSingleItem().Reply.ShouldBe("Code 1111");
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Request_Unknown_IsNotFound(string dialect)
    {
        await using var vendors = await SimulatedVendors.StartAsync(dialect);

        (await Should.ThrowAsync<VendorException>(GetSmsClient.RequestStatusAsync(vendors.Session(Vendor), "1", default))).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
    }

    [Theory, MemberData(nameof(Dialects))]
    public async Task Services_AllAndOne_HavePrices(string dialect)
    {
        await using var vendors = await SimulatedVendors.StartAsync(dialect);
        var session = vendors.Session(Vendor);

        var all = await GetSmsClient.ListServicesAsync(session, [], default);
        var one = await GetSmsClient.ListServicesAsync(session, ["Google"], default);

        all.Count.ShouldBe(vendors.Simulator.GetSms.Services.Count);
        one.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            service => service.Price.ShouldBe(1.00m),
            service => service.RecommendedMarkup.ShouldNotBeNull());
    }

    public static TheoryData<string> Dialects() => ["document", "observed"];

    private static void Deliver(SimulatedVendors vendors, string text)
    {
        vendors.Simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        vendors.Simulator.Deliver(new Delivery { Vendor = "getsms", Text = text });
    }
}
