using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Vendors.GetSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.GetSms;

public sealed class GetSmsWebhookTests
{
    private const string Json = """{"event":"incoming_message","id":"10000001","timestamp":"1600108956","date_time":"2020-09-14 14:42:36 EDT","from":"22000","to":"18503814729","service":"Google","reply":"Line one\nG-804036","pin":"G-804036","price":"1.20"}""";
    private const string Form = "event=incoming_message&id=10000001&timestamp=1600108956&date_time=2020-09-14+14%3A42%3A36+EDT&from=22000&to=18503814729&service=Google&reply=Line+one%0D%0AG-804036&pin=G-804036&price=1.20";
    private const string Multipart = "--x\r\nContent-Disposition: form-data; name=\"event\"\r\n\r\nincoming_message\r\n--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n10000001\r\n--x\r\nContent-Disposition: form-data; name=\"timestamp\"\r\n\r\n1600108956\r\n--x\r\nContent-Disposition: form-data; name=\"from\"\r\n\r\n22000\r\n--x\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\n18503814729\r\n--x\r\nContent-Disposition: form-data; name=\"service\"\r\n\r\nGoogle\r\n--x\r\nContent-Disposition: form-data; name=\"reply\"\r\n\r\nLine one\r\nG-804036\r\n--x\r\nContent-Disposition: form-data; name=\"pin\"\r\n\r\nG-804036\r\n--x\r\nContent-Disposition: form-data; name=\"price\"\r\n\r\n1.20\r\n--x--\r\n";

    [Theory]
    [InlineData("application/json", Json)]
    [InlineData("application/x-www-form-urlencoded", Form)]
    [InlineData("multipart/form-data; boundary=x", Multipart)]
    [InlineData(null, Json)]
    [InlineData("text/plain", Form)]
    public void IncomingMessage_InEveryEncoding_IsTheSameText(string? contentType, string body)
    {
        var message = Read(contentType, body).Messages.ShouldHaveSingleItem();

        message.LineKey.ShouldBe("request:10000001");
        message.LineKind.ShouldBe(LineKind.OneTime);
        message.LineByNumber.ShouldBeTrue();
        message.Identity.VendorId.ShouldBe("10000001");
        message.OrderKey.ShouldBe("10000001");
        message.Number.ShouldBe("18503814729");
        message.Text.ShouldBe("Line one\nG-804036");
        message.VendorCode.ShouldBe("G-804036");
        message.Price.ShouldBe(1.20m);
        message.Identity.Text.ShouldBe(Read("application/json", Json).Messages[0].Identity.Text);
    }

    [Theory]
    [InlineData("Line one\\nG-804036")]
    [InlineData("Line one\\r\\nG-804036")]
    [InlineData("Line one\r\nG-804036\n")]
    public void SameText_ByPollWithOtherLineEnds_HasTheIdentityOfTheWebhook(string reply)
    {
        var polled = GetSmsMapping.ToReading([new GetSmsText("1600108956", "22000", "18503814729", "Google", 1.2m, reply, null, null)], null).Messages[0];

        polled.Identity.Text.ShouldBe(Read(null, Form).Messages[0].Identity.Text);
        polled.Identity.VendorId.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"event":"priority_request","status":"ok","id":10000001,"mdn":"15302286946","service":"Amazon","price":0.6}""")]
    [InlineData("event=priority_request&status=ok&id=10000001&mdn=15302286946&service=Amazon&price=0.60")]
    public void PriorityRequest_NamesTheNumberOfTheRequest(string body) =>
        Read(null, body).Assigned.ShouldHaveSingleItem().ShouldBe(new NumberAssigned("10000001", "15302286946", "Amazon", 0.60m));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<xml/>")]
    [InlineData("[1,2]")]
    [InlineData("hello")]
    [InlineData("event=balance_low&balance=1")]
    [InlineData("""{"event":"incoming_message","id":"1"}""")]
    [InlineData("""{"event":"priority_request","id":"1","mdn":""}""")]
    [InlineData("""{"event":"\ud83d","reply":"\ud83d"}""")]
    public void UnknownOrBrokenPost_SaysWhyAndHoldsNothing(string body)
    {
        var reading = Read("application/json", body);

        reading.Unreadable.ShouldNotBeNullOrWhiteSpace();
        reading.Messages.ShouldBeEmpty();
        reading.Assigned.ShouldBeEmpty();
    }

    [Fact]
    public void AnyBytes_NeverThrow() => Prop.ForAll<byte[]>(bytes => Read(bytes) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyPartOfAPost_NeverThrows()
    {
        foreach (var body in new[] { Json, Form, Multipart })
        {
            for (var length = 0; length < body.Length; length++)
            {
                Read(Encoding.UTF8.GetBytes(body[..length])).ShouldNotBeNull();
            }
        }
    }

    private static WebhookReading Read(string? contentType, string body) => new GetSmsVendor().ReadWebhook(new WebhookPost(contentType, Encoding.UTF8.GetBytes(body)));

    private static WebhookReading Read(byte[] body) => new GetSmsVendor().ReadWebhook(new WebhookPost(null, body));
}
