using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class SmsPoolOrderTests
{
    [Fact]
    public async Task Order_WithoutAText_ExpiresAndIsRefunded()
    {
        await using var server = await SimulatorServer.StartAsync();
        var before = await BalanceAsync(server);
        var code = await OrderAsync(server);
        (await BalanceAsync(server)).ShouldBeLessThan(before);
        (await StatusAsync(server, code)).ShouldBe(1);

        server.Advance(600);
        (await StatusAsync(server, code)).ShouldBe(2);
        server.Advance(10);

        (await StatusAsync(server, code)).ShouldBe(6);
        (await BalanceAsync(server)).ShouldBe(before);
        server.Simulator.Counters.Effects(VendorNames.SmsPool, "orders").ShouldBe(1);
        server.Simulator.Counters.Effects(VendorNames.SmsPool, "refunds").ShouldBe(1);
    }

    [Fact]
    public async Task Order_WithAText_ShowsCodeAndTextEverywhere_AndLeavesTheActiveList()
    {
        await using var server = await SimulatorServer.StartAsync();
        var code = await OrderAsync(server);
        await server.DeliverAsync(VendorNames.SmsPool, "Código: 00712 – válido", line: code);

        var check = await server.SmsPoolAsync("sms/check", ("orderid", code));
        var active = (await server.SmsPoolAsync("request/active"))[0]!;

        check["sms"]!.ToString().ShouldBe("00712");
        check["full_sms"]!.ToString().ShouldBe("Código: 00712 – válido");
        active["code"]!.ToString().ShouldBe("00712");
        server.Advance(301);
        (await server.SmsPoolAsync("request/active")).AsArray().ShouldBeEmpty();
        (await server.SmsPoolAsync("request/history")).AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Cancel_TooEarlyRefused_ThenRefunds_ThenRefusedAgain()
    {
        await using var server = await SimulatorServer.StartAsync();
        var before = await BalanceAsync(server);
        var code = await OrderAsync(server);

        (await CancelAsync(server, code)).ShouldBe(0);
        server.Advance(61);
        (await CancelAsync(server, code)).ShouldBe(1);
        (await StatusAsync(server, code)).ShouldBe(5);
        (await CancelAsync(server, code)).ShouldBe(0);
        server.Advance(11);

        (await StatusAsync(server, code)).ShouldBe(6);
        (await BalanceAsync(server)).ShouldBe(before);
    }

    [Fact]
    public async Task Resend_AfterAText_WaitsForAnotherOne()
    {
        await using var server = await SimulatorServer.StartAsync();
        var code = await OrderAsync(server);
        (await server.SmsPoolAsync("sms/resend", ("orderid", code)))["success"]!.GetValue<int>().ShouldBe(0);
        await server.DeliverAsync(VendorNames.SmsPool, "first 11111", line: code);
        (await server.SmsPoolAsync("sms/resend", ("orderid", code)))["success"]!.GetValue<int>().ShouldBe(1);
        (await StatusAsync(server, code)).ShouldBe(4);

        await server.DeliverAsync(VendorNames.SmsPool, "second 22222", line: code);

        (await server.SmsPoolAsync("sms/check", ("orderid", code)))["sms"]!.ToString().ShouldBe("22222");
    }

    [Fact]
    public async Task Times_AreAmsterdamTextAndTrueUnixSeconds()
    {
        await using var server = await SimulatorServer.StartAsync(options =>
            options.ClockStart = new DateTimeOffset(2022, 5, 24, 19, 20, 7, TimeSpan.Zero));
        await OrderAsync(server);

        var order = (await server.SmsPoolAsync("request/active"))[0]!;

        // smspool:41 shows this time with 1653420607, ten minutes later.
        order["timestamp"]!.ToString().ShouldBe("2022-05-24 21:20:07");
        order["expiry"]!.ToString().ShouldBe("1653420606");
    }

    [Theory]
    [InlineData(Dialects.Document, "0", "7")]
    [InlineData(Dialects.Document, "1", "1")]
    [InlineData(Dialects.Observed, "0", "1")]
    [InlineData(Dialects.Observed, "1", "7")]
    public async Task PricingOption_MeansTheOppositeInTheTwoDialects(string dialect, string option, string pool)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = dialect);
        var order = await server.SmsPoolAsync("purchase/sms", ("country", "US"), ("service", "907"), ("pricing_option", option));

        order["pool"]!.ToString().ShouldBe(pool);
    }

    [Fact]
    public async Task PurchaseFailures_InTheDocumentDialect_ArePlainTextsWith200()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("balance", new { vendor = VendorNames.SmsPool, balance = 0 });

        (await PurchaseAsync(server, ("country", "US"), ("service", "907"))).Message.ShouldStartWith("Insufficient balance, the price is: ");
        (await PurchaseAsync(server, ("country", "US"), ("service", "1Q"))).Message.ShouldStartWith("This country is currently not available");
        (await PurchaseAsync(server, ("country", "GB"), ("service", "907"), ("pool", "Foxtrot"))).Message.ShouldBe("This service is not available for this country.");
        (await PurchaseAsync(server)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task PurchaseFailures_InTheObservedDialect_Are422WithAType()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = Dialects.Observed);
        var dear = await PurchaseAsync(server, ("country", "US"), ("service", "907"), ("max_price", "0.01"));
        await server.ControlAsync("smspool/offers", new { country = "US", service = "907", stock = 0 });
        var empty = await PurchaseAsync(server, ("country", "US"), ("service", "907"));
        var missing = await PurchaseAsync(server);

        (dear.Status, dear.Type).ShouldBe((422, "PRICE_NOT_FOUND"));
        (empty.Status, empty.Type).ShouldBe((422, "OUT_OF_STOCK"));
        empty.Message.ShouldStartWith("<p>Pool <b>");
        missing.Status.ShouldBe(400);
        server.Simulator.Counters.Effects(VendorNames.SmsPool, "orders").ShouldBe(0);
    }

    [Fact]
    public async Task TooManyFailedPurchases_BlockForSixHours()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("settings", new { smsPoolFailedPurchases = 2 });
        for (var i = 0; i < 3; i++)
        {
            await PurchaseAsync(server, ("country", "US"), ("service", "1Q"));
        }

        (await PurchaseAsync(server, ("country", "US"), ("service", "907"))).Message.ShouldContain("try again in 6 hours");
        server.Advance(6 * 3600);
        await OrderAsync(server);
    }

    [Fact]
    public async Task NewerCalls_SwitchedOff_Answer404()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Adjust = settings => settings.SmsPoolNewerCalls = false);
        foreach (var path in (string[])["rental/history", "pool/retrieve_all", "rental/retrieve_status"])
        {
            using var answer = await server.Http.GetAsync(new Uri($"/smspool/{path}?key={SimulatorServer.SmsPoolKey}", UriKind.Relative));
            ((int)answer.StatusCode).ShouldBe(404, path);
        }
    }

    [Fact]
    public async Task MoreThanTheAllowedRequests_GetA429()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Adjust = settings => settings.SmsPoolRequestsPerSecond = 1);
        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await server.Http.GetAsync(new Uri($"/smspool/request/balance?key={SimulatorServer.SmsPoolKey}", UriKind.Relative));
            statuses.Add((int)answer.StatusCode);
        }

        statuses.ShouldContain(200);
        statuses.ShouldContain(429);
    }

    private static async Task<string> OrderAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.SmsPoolAsync("purchase/sms", ("country", "US"), ("service", "Telegram")))["order_id"]);

    private static async Task<int> StatusAsync(SimulatorServer server, string code) =>
        (await server.SmsPoolAsync("sms/check", ("orderid", code)))["status"]!.GetValue<int>();

    private static async Task<int> CancelAsync(SimulatorServer server, string code) =>
        (await server.SmsPoolAsync("sms/cancel", ("orderid", code)))["success"]!.GetValue<int>();

    private static async Task<decimal> BalanceAsync(SimulatorServer server) =>
        decimal.Parse((await server.SmsPoolAsync("request/balance"))["balance"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(int Status, string Message, string Type)> PurchaseAsync(SimulatorServer server, params (string, string)[] fields)
    {
        using var form = SimulatorServer.Form([("key", SimulatorServer.SmsPoolKey), .. fields]);
        using var answer = await server.Http.PostAsync(new Uri("/smspool/purchase/sms", UriKind.Relative), form);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return ((int)answer.StatusCode, body["message"]?.ToString() ?? "", body["type"]?.ToString() ?? "");
    }
}
