using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class GetSmsTests
{
    [Fact]
    public async Task Request_SetsThePriceAside_AndChargesItWhenTheTextComes()
    {
        await using var server = await SimulatorServer.StartAsync();
        var id = await RequestAsync(server, ("service", "Amazon"));
        (await BalanceAsync(server)).ShouldBe("49.50");
        server.Simulator.GetSms.Accounts[0].Balance.ShouldBe(50m);

        await server.DeliverAsync(VendorNames.GetSms, "Your code is 445566", line: id);

        server.Simulator.GetSms.Accounts[0].Balance.ShouldBe(49.50m);
        (await BalanceAsync(server)).ShouldBe("49.50");
        (await StatusAsync(server, id)).ShouldBe("Completed");
        (await server.GetSmsAsync("read_sms", ("id", id)))["message"]![0]!["pin"]!.ToString().ShouldBe("445566");
    }

    [Fact]
    public async Task Request_WithoutAText_TimesOutAndGivesTheMoneyBack()
    {
        await using var server = await SimulatorServer.StartAsync();
        var id = await RequestAsync(server, ("service", "Amazon"));
        server.Advance(900);

        (await StatusAsync(server, id)).ShouldBe("Timed Out");
        (await BalanceAsync(server)).ShouldBe("50.00");
        (await server.GetSmsAsync("read_sms", ("id", id)))["message"]!.ToString().ShouldBe("No messages");
    }

    [Fact]
    public async Task Reject_EndsTheRequest_AndTheNumberIsNeverOfferedAgain()
    {
        await using var server = await SimulatorServer.StartAsync();
        var request = (await server.GetSmsAsync("request", ("service", "Amazon")))["message"]![0]!;
        var id = request["id"]!.ToString();

        (await server.GetSmsAsync("reject", ("id", id)))["message"]!.ToString().ShouldBe("MDN has been rejected");
        (await server.GetSmsAsync("reject", ("id", id)))["message"]!.ToString().ShouldBe("Invalid request ID");
        (await server.GetSmsAsync("request", ("service", "Amazon"), ("mdn", request["mdn"]!.ToString())))["message"]!
            .ToString().ShouldBe("The MDN is not available");
        (await BalanceAsync(server)).ShouldBe("50.00");
    }

    [Fact]
    public async Task AreaCode_GoesBeforeState()
    {
        await using var server = await SimulatorServer.StartAsync();
        var request = (await server.GetSmsAsync("request", ("service", "Amazon"), ("areacode", "415"), ("state", "NY")))["message"]![0]!;

        request["mdn"]!.ToString().ShouldStartWith("1415");
    }

    [Fact]
    public async Task Bid_WaitsForANumber_LosesToAHigherOne_AndWinsOtherwise()
    {
        await using var server = await SimulatorServer.StartAsync();
        (await server.GetSmsAsync("request", ("service", "Craigslist")))["message"]!.ToString().ShouldBe("No numbers available, retry later");
        var low = await RequestAsync(server, ("service", "Craigslist"), ("markup", "20"));
        var high = await RequestAsync(server, ("service", "Craigslist"), ("markup", "40"));

        (await FreeAsync(server, 100)).ShouldBeFalse();
        (await FreeAsync(server, 0)).ShouldBeTrue();

        (await StatusAsync(server, high)).ShouldBe("Reserved");
        (await StatusAsync(server, low)).ShouldBe("Awaiting MDN");
    }

    [Theory]
    [InlineData("deleted", "Invalid request ID")]
    [InlineData("Timed Out", "Timed Out")]
    public async Task Bid_ThatNobodyFulfils_EndsAsTheSettingSays(string setting, string expected)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Adjust = settings => settings.GetSmsLostBid = setting);
        var id = await RequestAsync(server, ("service", "Craigslist"), ("markup", "20"));
        server.Advance(901);

        var answer = await server.GetSmsAsync("request_status", ("id", id));
        (answer["message"] is JsonArray list ? list[0]!["status"] : answer["message"])!.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task SeveralServices_GetOneNumberForAll_SortedByName()
    {
        await using var server = await SimulatorServer.StartAsync();
        var requests = (await server.GetSmsAsync("request", ("service", "Yahoo,Google,Amazon")))["message"]!.AsArray();
        requests.Select(request => request!["service"]!.ToString()).ShouldBe(["Amazon", "Google", "Yahoo"]);

        (await server.ControlAsync("getsms/free-number", new { service = "Google" }))["won"]!.GetValue<bool>().ShouldBeTrue();

        var numbers = new List<string>();
        foreach (var request in requests)
        {
            numbers.Add((await server.GetSmsAsync("request_status", ("id", request!["id"]!.ToString())))["message"]![0]!["mdn"]!.ToString());
        }

        numbers.Distinct().ShouldHaveSingleItem().Length.ShouldBe(11);
    }

    [Fact]
    public async Task ReadSms_ShowsTheThreeLatestOfTwoDays()
    {
        await using var server = await SimulatorServer.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await server.DeliverAsync(VendorNames.GetSms, $"text {i}");
            server.Advance(1);
        }

        (await server.GetSmsAsync("read_sms"))["message"]!.AsArray().Select(message => message!["reply"]!.ToString()).ShouldBe(["text 4", "text 3", "text 2"]);
        server.Advance(2 * 86_400d);
        (await server.GetSmsAsync("read_sms"))["message"]!.ToString().ShouldBe("No messages");
    }

    [Theory]
    [InlineData("2020-09-14T18:42:36Z", "1600108956", "2020-09-14 14:42:36 EDT")]
    [InlineData("2020-12-14T18:42:36Z", "1607971356", "2020-12-14 13:42:36 EST")]
    public async Task MessageTimes_AreUnixTextAndNewYorkWithItsName(string now, string unix, string local)
    {
        await using var server = await SimulatorServer.StartAsync(options =>
            options.ClockStart = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await server.DeliverAsync(VendorNames.GetSms, "G-804036 is your Google verification code.");

        var message = (await server.GetSmsAsync("read_sms"))["message"]![0]!;

        // getsms:248-249.
        message["timestamp"]!.ToString().ShouldBe(unix);
        message["date_time"]!.ToString().ShouldBe(local);
        message["pin"]!.ToString().ShouldBe("G-804036");
    }

    [Theory]
    [InlineData(Dialects.Document, true)]
    [InlineData(Dialects.Observed, false)]
    public async Task RequestStatus_IsAListOrAnObject(string dialect, bool isList)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = dialect);
        var id = await RequestAsync(server, ("service", "Amazon"));

        ((await server.GetSmsAsync("request_status", ("id", id)))["message"] is JsonArray).ShouldBe(isList);
    }

    [Fact]
    public async Task WrongKeyOrCommand_IsAnErrorWith200()
    {
        await using var server = await SimulatorServer.StartAsync();
        var wrongKey = await server.JsonAsync(HttpMethod.Get, "/getsms/api_command.php?cmd=balance&user=demo&api_key=x");
        var wrongCommand = await server.JsonAsync(HttpMethod.Get, "/getsms/api_command.php?cmd=ltr_rent&user=demo&api_key=sim-getsms-key");

        wrongKey["message"]!.ToString().ShouldBe("Unauthorized");
        wrongCommand["status"]!.ToString().ShouldBe("error");
    }

    private static async Task<string> RequestAsync(SimulatorServer server, params (string, string)[] fields) =>
        SimulatorServer.Text((await server.GetSmsAsync("request", fields))["message"]![0]!["id"]);

    private static async Task<string> StatusAsync(SimulatorServer server, string id) =>
        (await server.GetSmsAsync("request_status", ("id", id)))["message"]![0]!["status"]!.ToString();

    private static async Task<string> BalanceAsync(SimulatorServer server) => (await server.GetSmsAsync("balance"))["message"]!.ToString();

    private static async Task<bool> FreeAsync(SimulatorServer server, int competitorMarkup) =>
        (await server.ControlAsync("getsms/free-number", new { service = "Craigslist", competitorMarkup }))["won"]!.GetValue<bool>();
}
