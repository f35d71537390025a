using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.CoolSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.CoolSms;

public sealed class CoolSmsMappingTests
{
    private static readonly VendorLine Line = new("1112223456", LineKind.LiteLine);

    [Fact]
    public void NumbersSample_WithALabelWithoutValue_IsRead()
    {
        var line = Lines("numbers.document.txt").ShouldHaveSingleItem();

        line.ShouldBe(new VendorLine("1112223456", LineKind.Line) { Number = "1112223456", Ordinal = 1 });
    }

    [Fact]
    public void Numbers_AsTextOrAsNumbers_KeepOrdinalLabelAndType() =>
        Lines("numbers.json").ShouldBe(
        [
            new VendorLine("1112223456", LineKind.Line) { Number = "1112223456", Ordinal = 1 },
            new VendorLine("1112223333", LineKind.LiteLine) { Number = "1112223333", Ordinal = 2, Label = "Reception" },
        ]);

    [Theory]
    [InlineData("""{"response":"ok"}""")]
    [InlineData("""{"numbers":[{"label":"x"}]}""")]
    [InlineData("""{"numbers":[{"number":["1112223456"]}]}""")]
    [InlineData("""{"numbers":"none"}""")]
    public void Numbers_WithoutAListOrANumber_AreNoEmptyList(string body) =>
        Should.Throw<FormatException>(() => CoolSmsNumber.ReadList(CoolSmsFailures.Accept(Payload.Of(body))));

    [Fact]
    public void Messages_WithTwins_AreKeptApartByOccurrence()
    {
        var messages = Read(Payload.Text("CoolSms", "messages.json"));

        messages.Count.ShouldBe(3);
        messages[0].Identity.Text.ShouldBe(messages[1].Identity.Text);
        messages.Select(message => message.Identity.Occurrence).ShouldBe([1, 2, 1]);
        messages[0].At.ShouldBe(new DateTimeOffset(2022, 4, 9, 10, 0, 5, TimeSpan.Zero));
    }

    [Fact]
    public void Message_WhoseTimeHasNoZone_HasNoTimeButAnIdentityWithIt()
    {
        var message = Read(Payload.Text("CoolSms", "messages.json"))[2];

        message.At.ShouldBeNull();
        message.Sender.ShouldBe("Uber");
        message.Text.ShouldBe("Your code is 0415 😀");
        message.Identity.Text.ShouldBe(VendorIdentity.Join("1112223456", "Uber", "Your code is 0415 😀", "2022-04-09 09:59:00"));
        message.Raw.ShouldNotBeNull().ShouldContain("\"label\":\"Reception\"");
    }

    [Fact]
    public void Messages_UnderOtherNames_AreRead()
    {
        var messages = Read(Payload.Text("CoolSms", "messages.other-names.json"));

        messages.Select(message => message.Text).ShouldBe(["First", "Second"]);
        messages.Select(message => message.Sender).ShouldBe(["5550100", "5550101"]);
        messages.Select(message => message.At!.Value.ToUnixTimeSeconds()).ShouldBe([1649498400, 1649498401]);
    }

    [Theory]
    [InlineData("""["Only a text"]""", "Only a text")]
    [InlineData("""{"response":"ok","data":[{"from":"22000","sms_body":"Longest","x":"short"}]}""", "Longest")]
    [InlineData("""{"response":"ok","data":[{"from":"22000","message":null}]}""", "")]
    [InlineData("""{"inbox_of_1112223456":[{"from":"22000","message":{"text":"Inner"}}]}""", "Inner")]
    [InlineData("""[{"from":"22000","message":12345}]""", "12345")]
    public void Message_OfAnUnknownShape_IsRead(string body, string text) => Read(body).ShouldHaveSingleItem().Text.ShouldBe(text);

    [Theory]
    [InlineData("""{"response":"ok"}""")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"response":"ok","message":"No new messages"}""")]
    [InlineData("[]")]
    public void NoMessages_AreAnEmptyList(string body) => Read(body).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"response":"ok","messages":"wrong"}""")]
    [InlineData("""{"messages":[{"from":"22000"}]}""")]
    [InlineData("""{"messages":[{"from":["22000"],"message":"x"}]}""")]
    [InlineData("""{"messages":[{"from":"22000","message":["x"]}]}""")]
    [InlineData("""{"messages":[{"from":"22000","message":"x","time":[1649498405]}]}""")]
    [InlineData("""{"messages":[17]}""")]
    [InlineData("7")]
    public void Messages_ThatCannotBeRead_AreNoEmptyList(string body) => Should.Throw<FormatException>(() => Read(body));

    [Fact]
    public void SameMessage_InAnotherOrder_HasTheSameIdentity()
    {
        var there = Read("""[{"from":"1","text":"a"},{"from":"1","text":"b"},{"from":"1","text":"a"}]""");
        var back = Read("""[{"from":"1","text":"a"},{"from":"1","text":"a"},{"from":"1","text":"b"}]""");

        back.Select(message => message.Identity).ShouldBe(there.Select(message => message.Identity), ignoreOrder: true);
    }

    private static IReadOnlyList<VendorLine> Lines(string payload) =>
        [.. CoolSmsNumber.ReadList(CoolSmsFailures.Accept(Payload.Answer("CoolSms", payload))).Select(CoolSmsMapping.Line)];

    private static IReadOnlyList<VendorMessage> Read(string body) =>
        CoolSmsMapping.Messages(Line, CoolSmsText.ReadList(CoolSmsFailures.Accept(Payload.Of(body))));
}
