using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class WebhookTests
{
    [Theory]
    [InlineData("form", "application/x-www-form-urlencoded")]
    [InlineData("json", "application/json")]
    public async Task GetSmsText_IsPostedToTheProfileUrl_InEitherEncoding(string encoding, string contentType)
    {
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("webhooks", new { vendor = VendorNames.GetSms, url = receiver.Url, encoding });
        await server.DeliverAsync(VendorNames.GetSms, "G-123456 is your Google code & more");

        var (type, body) = (await receiver.WaitAsync(1)).Single();

        type.ShouldStartWith(contentType);
        body.ShouldContain("incoming_message");
        body.ShouldContain("G-123456");
    }

    [Fact]
    public async Task FailedDelivery_IsTriedFiveMoreTimes_ThenGivenUp()
    {
        await using var receiver = await Receiver.StartAsync(_ => 500);
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("webhooks", new { vendor = VendorNames.GetSms, url = receiver.Url, encoding = "json" });
        await server.DeliverAsync(VendorNames.GetSms, "code 123456");
        for (var tries = 1; tries < 6; tries++)
        {
            await TriedAsync(server, tries);
            server.Advance(600);
        }

        await TriedAsync(server, 6);
        server.Advance(6000);

        server.Simulator.Act(() => server.Simulator.Webhooks.Deliveries.Single().State).ShouldBe("given_up");
        (await receiver.WaitAsync(6)).Select(received => received.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task DeliveryThatSucceedsLater_IsNotRepeated_ButCanBeRedelivered()
    {
        await using var receiver = await Receiver.StartAsync(count => count == 1 ? 302 : 200);
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("webhooks", new { vendor = VendorNames.GetSms, url = receiver.Url });
        await server.DeliverAsync(VendorNames.GetSms, "code 123456");
        await TriedAsync(server, 1);
        server.Advance(600);
        await TriedAsync(server, 2);
        server.Advance(6000);
        (await server.ControlAsync("webhooks/deliveries"))[0]!["attempts"]!.AsArray().Select(attempt => attempt!["status"]!.GetValue<int>()).ShouldBe([302, 200]);

        await server.ControlAsync("webhooks/redeliver", new { vendor = VendorNames.GetSms });

        (await receiver.WaitAsync(3)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task WonBid_IsAnnounced()
    {
        await using var receiver = await Receiver.StartAsync(_ => 200);
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("webhooks", new { vendor = VendorNames.GetSms, url = receiver.Url, encoding = "json" });
        await server.GetSmsAsync("request", ("service", "Craigslist"), ("markup", "20"));
        await server.ControlAsync("getsms/free-number", new { service = "Craigslist" });

        var payload = JsonNode.Parse((await receiver.WaitAsync(1)).Single().Body)!;

        payload["event"]!.ToString().ShouldBe("priority_request");
        payload["mdn"]!.ToString().Length.ShouldBe(11);
    }

    [Fact]
    public async Task SmsPoolText_IsPostedAsJson_AndSwitchedOffAfterTooManyFailures()
    {
        await using var receiver = await Receiver.StartAsync(_ => 500);
        await using var server = await SimulatorServer.StartAsync(options => options.Adjust = settings => settings.SmsPoolWebhookFailuresAllowed = 2);
        await server.ControlAsync("webhooks", new { vendor = VendorNames.SmsPool, url = receiver.Url });
        await server.DeliverAsync(VendorNames.SmsPool, "Your code: 98765");
        await TriedAsync(server, 1);

        var payload = JsonNode.Parse((await receiver.WaitAsync(1)).Single().Body)!;
        (payload["sms"]!.ToString(), payload["full_sms"]!.ToString()).ShouldBe(("98765", "Your code: 98765"));
        server.Simulator.SmsPool.Accounts[0].Webhook.ShouldNotBeNull();
        server.Advance(600);
        await TriedAsync(server, 2);
        server.Simulator.SmsPool.Accounts[0].Webhook.ShouldBeNull();
    }

    // The sender works beside the test; the vendors' clock stands still meanwhile.
    private static Task TriedAsync(SimulatorServer server, int times) => Receiver.UntilAsync(() =>
        server.Simulator.Act(() => server.Simulator.Webhooks.Deliveries.Single().Attempts.Count) >= times);

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Type, string Body)> _received = new();
        private readonly WebApplication _app;

        private Receiver(Func<int, int> status)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                _received.Enqueue((http.Request.ContentType ?? "", await reader.ReadToEndAsync()));
                http.Response.StatusCode = status(_received.Count);
            });
        }

        public string Url => _app.Urls.Single() + "/hook";

        public static async Task<Receiver> StartAsync(Func<int, int> status)
        {
            var receiver = new Receiver(status);
            await receiver._app.StartAsync();
            return receiver;
        }

        public async Task<IReadOnlyCollection<(string Type, string Body)>> WaitAsync(int count)
        {
            await UntilAsync(() => _received.Count >= count);
            return _received;
        }

        public static async Task UntilAsync(Func<bool> condition)
        {
            using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!condition())
            {
                await Task.Delay(10, giveUp.Token);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
