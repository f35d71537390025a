using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Vendors.GetSms;
using SmsPortal.VendorSimulator;
using SmsPortal.VendorSimulator.Webhooks;
using Xunit;

namespace SmsPortal.Tests.Vendors.GetSms;

/// <summary>What the simulated vendor posts, received as the portal receives it, against what a poll of the same text says.</summary>
public sealed class GetSmsWebhookSenderTests
{
    private static readonly GetSmsVendor Vendor = new();

    [Theory]
    [InlineData("form", "document")]
    [InlineData("form", "observed")]
    [InlineData("json", "document")]
    [InlineData("json", "observed")]
    public async Task PostedText_AndThePolledOne_AreOneIdentity(string encoding, string dialect)
    {
        var posts = Channel.CreateUnbounded<WebhookPost>();
        await using var portal = await ScriptedServer.StartAsync((_, request) =>
        {
            posts.Writer.TryWrite(Received(request));
            return (200, "");
        });
        await using var world = await VendorWorld.StartAsync(new GetSmsContract(), dialect);
        world.Simulator.GetSms.Accounts[0].Webhook = new WebhookTarget(portal.BaseAddress.ToString(), encoding);

        world.Simulator.Deliver(new Delivery { Vendor = "getsms", Text = "Line one\nCode 00415 & \"more\" 😀 +1%" });
        var posted = Vendor.ReadWebhook(await posts.Reader.ReadAsync(TestContext.Current.CancellationToken)).Messages.ShouldHaveSingleItem();
        var polled = (await Vendor.ReadAccountMessagesAsync(world.Session, null, default)).Messages.ShouldHaveSingleItem();

        posted.Text.ShouldBe("Line one\nCode 00415 & \"more\" 😀 +1%");
        posted.Identity.Text.ShouldBe(polled.Identity.Text);
        posted.ShouldSatisfyAllConditions(
            text => text.At.ShouldBe(polled.At),
            text => text.Number.ShouldBe(polled.Number),
            text => text.LineKey.ShouldStartWith("request:"),
            text => polled.LineKey.ShouldBe($"mdn:{text.Number}"));
    }

    private static WebhookPost Received(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            // The server has read the form already; written again, it is the same form.
            var pairs = request.Form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value.ToString())}");
            return new WebhookPost(request.ContentType, System.Text.Encoding.UTF8.GetBytes(string.Join('&', pairs)));
        }

        using var body = new MemoryStream();
        request.Body.CopyTo(body);
        return new WebhookPost(request.ContentType, body.ToArray());
    }
}
