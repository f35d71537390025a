using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class SmsPoolRentalTests
{
    [Fact]
    public async Task SleepingRental_IsWokenByStatus_AndReceivesOnlyWhileAvailable()
    {
        await using var server = await SimulatorServer.StartAsync();
        var code = server.Simulator.SmsPool.Accounts[0].Rentals[1].Code;
        (await server.DeliverAsync(VendorNames.SmsPool, "early", line: code))["state"]!.ToString().ShouldBe("late");
        (await StatusAsync(server, code))["available"]!.GetValue<int>().ShouldBe(0);
        (await MessagesAsync(server, code)).ToJsonString().ShouldBe("[]");

        server.Advance(11);
        var awake = await StatusAsync(server, code);
        awake["available"]!.GetValue<int>().ShouldBe(1);
        awake["activeFor"]!.GetValue<int>().ShouldBeInRange(1, 90);
        (await MessagesAsync(server, code))["0"]!["message"]!.ToString().ShouldBe("early");

        server.Advance(100);
        (await StatusAsync(server, code))["available"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task RentalMessages_InTheObservedDialect_AreAListNewestFirst()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = Dialects.Observed);
        var code = server.Simulator.SmsPool.Accounts[0].Rentals[0].Code;
        await server.DeliverAsync(VendorNames.SmsPool, "first", line: code);
        server.Advance(1);
        await server.DeliverAsync(VendorNames.SmsPool, "second", line: code);

        (await MessagesAsync(server, code)).AsArray().Select(message => message!["message"]!.ToString()).ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task Refund_OnceAndOnlyWithoutMessages()
    {
        await using var server = await SimulatorServer.StartAsync();
        var bought = await server.SmsPoolAsync("purchase/rental", ("id", "0"), ("days", "7"), ("service_id", "907"));
        var code = bought["rental_code"]!.ToString();
        (await BalanceAsync(server)).ShouldBe("41.00");

        (await ActAsync(server, "rental/refund.php", code)).ShouldBe("Your rental has been refunded!");
        (await ActAsync(server, "rental/refund.php", code)).ShouldBe("This number could not be refunded as you already have refunded it.");
        (await ActAsync(server, "rental/refund.php", server.Simulator.SmsPool.Accounts[0].Rentals[0].Code)).ShouldStartWith("TYou cannot refund");
        (await BalanceAsync(server)).ShouldBe("50.00");
    }

    [Fact]
    public async Task Extend_DebitsAndMovesTheExpiry_AndNamesTheAllowedDays()
    {
        await using var server = await SimulatorServer.StartAsync();
        var rental = server.Simulator.SmsPool.Accounts[0].Rentals[0];
        var expiry = rental.ExpiresAt;

        (await ActAsync(server, "rental/extend.php", rental.Code, ("days", "8"))).ShouldEndWith("The following days are available: 7 14 30 ");
        (await ActAsync(server, "rental/extend.php", rental.Code, ("days", "14"))).ShouldBe("Your rental has been succesfully extended!");

        rental.ExpiresAt.ShouldBe(expiry.AddDays(14));
        (await BalanceAsync(server)).ShouldBe("25.00");
        server.Simulator.Counters.Effects(VendorNames.SmsPool, "rental_extensions").ShouldBe(1);
    }

    [Fact]
    public async Task AutoExtend_SwitchedOn_ExtendsAtTheExpiry()
    {
        await using var server = await SimulatorServer.StartAsync();
        var rental = server.Simulator.SmsPool.Accounts[0].Rentals[0];
        (await server.SmsPoolAsync("rental/auto_extend", ("rental_code", rental.Code)))["auto_extend"]!.GetValue<int>().ShouldBe(1);

        server.Advance(30 * 86_400d);

        (await StatusAsync(server, rental.Code))["expiry"]!.GetValue<long>().ShouldBe(rental.PurchasedAt.AddDays(37).ToUnixTimeSeconds());
        (await server.SmsPoolAsync("rental/retrieve_messages", ("rental_code", server.Simulator.SmsPool.Accounts[0].Rentals[1].Code)))["message"]!
            .ToString().ShouldBe("No rental was found!");
    }

    [Fact]
    public async Task RentalOffers_InTheDocumentDialect_CarryPricesAsJsonInsideText()
    {
        await using var server = await SimulatorServer.StartAsync();
        var offers = await server.SmsPoolAsync("rental/retrieve_all", ("type", "1"));

        offers["0"]!["pricing"]!.ToString().ShouldBe("{\"7\":18,\"14\":25,\"30\":30}");
        (await server.SmsPoolAsync("rental/retrieve_all"))["message"]!.ToString().ShouldBe("Fill in all params! [GET: type, key (optional)]");
    }

    private static async Task<JsonNode> StatusAsync(SimulatorServer server, string code) =>
        (await server.SmsPoolAsync("rental/retrieve_status.php", ("rental_code", code)))["status"]!;

    private static async Task<JsonNode> MessagesAsync(SimulatorServer server, string code) =>
        (await server.SmsPoolAsync("rental/retrieve_messages", ("rental_code", code)))["messages"]!;

    private static async Task<string> ActAsync(SimulatorServer server, string path, string code, params (string, string)[] fields) =>
        (await server.SmsPoolAsync(path, [("rental_code", code), .. fields]))["message"]!.ToString();

    private static async Task<string> BalanceAsync(SimulatorServer server) => (await server.SmsPoolAsync("request/balance"))["balance"]!.ToString();
}
