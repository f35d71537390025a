using System.Text;
using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Vendors.SmsPool;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPool;

public sealed class SmsPoolMappingTests
{
    [Theory]
    [InlineData("active.json", "2022-05-24T19:20:07Z", "2022-05-24T19:30:07Z")]
    [InlineData("active.observed.json", "2024-01-06T17:03:15Z", "2024-01-06T17:23:15Z")]
    public void ActiveOrder_InBothDialects_ExpiresAfterItWasBought(string payload, string bought, string expires)
    {
        var line = SmsPoolMapping.Line(Orders(payload)[0]);

        line.Key.ShouldBe("ABCDEFGH");
        line.Kind.ShouldBe(LineKind.OneTime);
        line.Country.ShouldBe("US");
        line.State.ShouldBe("pending");
        line.AddedAt.ShouldBe(DateTimeOffset.Parse(bought, System.Globalization.CultureInfo.InvariantCulture));
        line.ExpiresAt.ShouldBe(DateTimeOffset.Parse(expires, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("active.json")]
    [InlineData("active.observed.json")]
    public void Code0AndFullCode0OrEmpty_AreNoText_AndACodeKeepsItsZeros(string payload)
    {
        var orders = Orders(payload);

        orders[0].Code.ShouldBeNull();
        orders[0].FullText.ShouldBeNull();
        orders[1].Code.ShouldBe("00415");
        orders[1].FullText.ShouldBe("Your code is 00415 😀");
    }

    [Theory]
    [InlineData("""[{"phonenumber":"1"}]""")]
    [InlineData("""[{"order_code":["A"]}]""")]
    [InlineData("""[{"order_code":"A","full_code":["x"]}]""")]
    [InlineData("7")]
    public void ActiveOrders_ThatCannotBeRead_AreNoEmptyList(string body) =>
        Should.Throw<VendorException>(() => SmsPoolCalls.Believe(Payload.Of(body), SmsPoolOrder.ReadList)).Failure.Kind.ShouldBe(VendorFailureKind.BadAnswer);

    [Fact]
    public void OrderText_ByListCheckAndWebhook_IsOneMessage()
    {
        var listed = SmsPoolMapping.OrderMessage(Orders("active.json")[1], "Your code is 00415 😀");
        var check = Believe("""{"status":3,"sms":"00415","full_sms":"Your code is 00415 😀","expiration":1669382268}""", SmsPoolCheck.Read);
        var posted = Posted("application/json", """{"orderid":"BCDEFGHI","sms":"00415","full_sms":"Your code is 00415 😀"}""").Messages.ShouldHaveSingleItem();

        SmsPoolMapping.OrderMessage("BCDEFGHI", check.FullText!, check.Code).Identity.ShouldBe(listed.Identity);
        posted.Identity.ShouldBe(listed.Identity);
        posted.VendorCode.ShouldBe("00415");
        posted.LineKey.ShouldBe("BCDEFGHI");
    }

    [Theory]
    [InlineData("""{"status":1,"message":"pending","resend":0,"expiration":1669382268}""", 1, null, false)]
    [InlineData("""{"status":"2","message":"expired","resend":0,"expiration":1669382268}""", 2, null, true)]
    [InlineData("""{"status":3,"sms":"00000","full_sms":"full SMS","expiration":1669382268}""", 3, "full SMS", false)]
    [InlineData("""{"status":3,"sms":"00000","full_sms":""}""", 3, "00000", false)]
    [InlineData("""{"status":4,"message":"resend","resend":0,"expiration":1669382268}""", 4, null, false)]
    [InlineData("""{"status":5,"message":"cancelled","resend":0,"expiration":1669382268}""", 5, null, true)]
    [InlineData("""{"status":6,"message":"refunded","resend":0,"time_left":9}""", 6, null, true)]
    [InlineData("""{"status":8,"message":"activating"}""", 8, null, false)]
    public void Check_InEveryStatus_IsRead(string body, int status, string? text, bool isOver)
    {
        var check = Believe(body, SmsPoolCheck.Read);

        check.Status.ShouldBe(status);
        check.FullText.ShouldBe(text);
        check.IsOver.ShouldBe(isOver);
    }

    [Fact]
    public void Check_WithoutAStatus_IsNotPending() =>
        Should.Throw<VendorException>(() => Believe("""{"message":"?"}""", SmsPoolCheck.Read)).Failure.Kind.ShouldBe(VendorFailureKind.BadAnswer);

    [Fact]
    public void RentalTexts_InBothDialects_AreTheSameMessagesOldestFirst()
    {
        var there = Rental("rental-messages.json");
        var here = Rental("rental-messages.observed.json");

        there.Select(message => message.Text).ShouldBe(["Message 2", "Message 1"]);
        there[1].At.ShouldBe(new DateTimeOffset(2022, 5, 11, 16, 39, 54, TimeSpan.Zero));
        here.Select(message => message.Identity).ShouldBe(there.Select(message => message.Identity));
    }

    [Fact]
    public void RentalTwins_AreKeptApartByOccurrence()
    {
        var twin = new SmsPoolRentalText("Same", "22000", "11 May 2022 18:39:54");

        SmsPoolMapping.RentalMessages("ABCDEFG", null, [twin, twin]).Select(message => message.Identity.Occurrence).ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("""{"success":1,"messages":[],"source":"6"}""")]
    [InlineData("""{"success":1,"messages":{}}""")]
    [InlineData("""{"success":1,"messages":null}""")]
    public void RentalWithoutTexts_IsEmpty(string body) => Believe(body, SmsPoolRentalText.ReadList).ShouldBeEmpty();

    [Fact]
    public void RentalTexts_KeyedByNumber_WithAnotherMemberAmongThem_AreRead() =>
        Believe("""{"success":1,"messages":{"0":{"message":"One"},"2":{"message":"Two"},"more":{"since":"v9"}}}""", SmsPoolRentalText.ReadList)
            .Select(text => text.Text).ShouldBe(["One", "Two"]);

    [Theory]
    [InlineData("""{"success":1}""")]
    [InlineData("""{"success":1,"messages":"none"}""")]
    [InlineData("""{"success":1,"messages":[{"sender":"1"}]}""")]
    [InlineData("""{"success":1,"messages":[{"message":"x","sender":["1"]}]}""")]
    public void RentalTexts_ThatCannotBeRead_AreNoEmptyList(string body) =>
        Should.Throw<VendorException>(() => Believe(body, SmsPoolRentalText.ReadList)).Failure.Kind.ShouldBe(VendorFailureKind.BadAnswer);

    [Theory]
    [InlineData("""{"success":1,"status":{"expiry":1654495533,"available":1,"phonenumber":"123456789","activeFor":90}}""", true, 90)]
    [InlineData("""{"success":"1","status":{"expiry":"1654495533","available":"0","phonenumber":123456789,"activeFor":"0","auto_extend":0}}""", false, null)]
    public void RentalStatus_InBothDialects_BecomesACondition(string body, bool available, int? seconds)
    {
        var now = DateTimeOffset.UnixEpoch;
        var condition = SmsPoolMapping.Condition(Believe(body, SmsPoolRentalStatus.Read), now);

        condition.ShouldBe(new LineCondition(available, seconds is null ? null : now.AddSeconds(seconds.Value), DateTimeOffset.FromUnixTimeSeconds(1654495533), "123456789"));
    }

    [Fact]
    public void RentalHistory_ThatIsALedger_GivesEachRentalOnceWithoutRefundedOnes()
    {
        var line = SmsPoolMapping.Lines(Believe(Payload.Text("SmsPool", "rental-history.json"), SmsPoolRentalEntry.ReadList)).ShouldHaveSingleItem();

        line.Key.ShouldBe("ABCDEFGH");
        line.Kind.ShouldBe(LineKind.Rental);
        line.State.ShouldBe("extend");
        line.AddedAt.ShouldBe(new DateTimeOffset(2023, 11, 25, 20, 32, 3, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("rentals-on-offer.json")]
    [InlineData("rentals-on-offer.observed.json")]
    public void RentalOffer_WithTheId0_HasPricesByDays(string payload)
    {
        var offer = Believe(Payload.Text("SmsPool", payload), SmsPoolRentalOffer.ReadList).ShouldHaveSingleItem();

        offer.Id.ShouldBe("0");
        offer.Prices.ShouldBe(new Dictionary<int, decimal> { [7] = 18, [14] = 25, [30] = 30 });
    }

    [Theory]
    [InlineData("application/json", """{"orderid":"A","sms":"","full_sms":"No code here","timestamp":"2024-01-06 17:37:53"}""")]
    [InlineData("application/x-www-form-urlencoded", "orderid=A&sms=&full_sms=No+code%20here&timestamp=1704559073")]
    [InlineData(null, """{"orderid":"A","full_sms":"No code here","timestamp":1704559073}""")]
    public void Webhook_AsJsonOrForm_IsRead(string? type, string body)
    {
        var message = Posted(type, body).Messages.ShouldHaveSingleItem();

        message.Text.ShouldBe("No code here");
        message.VendorCode.ShouldBeNull();
        message.OrderKey.ShouldBe("A");
        message.At.ShouldBe(new DateTimeOffset(2024, 1, 6, 16, 37, 53, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"orderid":"A"}""")]
    [InlineData("""{"orderid":["A"],"full_sms":"x"}""")]
    [InlineData("""{"orderid":"A","full_sms":["x"]}""")]
    [InlineData("""{"full_sms":"x"}""")]
    [InlineData("""{"\ud800":"x","orderid":"A"}""")]
    public void Webhook_ThatSaysNothingWeKnow_IsUnreadableAndNeverThrows(string body)
    {
        var reading = Posted("application/json", body);

        reading.Messages.ShouldBeEmpty();
        reading.Unreadable.ShouldNotBeNullOrEmpty();
    }

    private static IReadOnlyList<SmsPoolOrder> Orders(string payload) => Believe(Payload.Text("SmsPool", payload), SmsPoolOrder.ReadList);

    private static IReadOnlyList<VendorMessage> Rental(string payload) =>
        SmsPoolMapping.RentalMessages("ABCDEFG", "123456789", Believe(Payload.Text("SmsPool", payload), SmsPoolRentalText.ReadList));

    private static T Believe<T>(string body, Func<System.Text.Json.JsonElement, T> read) => SmsPoolCalls.Believe(Payload.Of(body), read);

    private static WebhookReading Posted(string? type, string body) => new SmsPoolVendor().ReadWebhook(new WebhookPost(type, Encoding.UTF8.GetBytes(body)));
}
