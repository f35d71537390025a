using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class CoolSmsTests
{
    private const string LiteOne = "2125550104";
    private const string LiteTwo = "2125550105";

    [Fact]
    public async Task LiteQueue_SecondLineOfAGroup_WaitsForTheWindowAndThenTakesOver()
    {
        await using var server = await SimulatorServer.StartAsync();
        var first = await WakeAsync(server, LiteOne);
        server.Advance(20);
        var second = await WakeAsync(server, LiteTwo);
        var again = await WakeAsync(server, LiteTwo);

        first.ShouldBe((1, null));
        second.ShouldBe((2, 20));
        again.ShouldBe((2, 20));
        (await StateOfTextAsync(server, LiteTwo)).ShouldBe("lost");

        server.Advance(160);
        (await StateOfTextAsync(server, LiteTwo)).ShouldBe("arrived");
        (await StateOfTextAsync(server, LiteOne)).ShouldBe("lost");
        (await WakeAsync(server, LiteTwo)).ShouldBe((1, null));
    }

    [Fact]
    public async Task LiteLine_OfAnotherGroup_WakesAtOnce()
    {
        await using var server = await SimulatorServer.StartAsync();
        await WakeAsync(server, LiteOne);

        (await WakeAsync(server, "2125550106")).ShouldBe((1, null));
    }

    [Fact]
    public async Task NewMessages_MarkedAsDeleted_ComeOnceAndUnmarkedAgain()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.DeliverAsync(VendorNames.CoolSms, "one", number: "2125550100");

        (await CountAsync(server, false)).ShouldBe(1);
        (await CountAsync(server, true)).ShouldBe(1);
        (await CountAsync(server, true)).ShouldBe(0);
        server.Simulator.Counters.Effects(VendorNames.CoolSms, "messages_deleted").ShouldBe(1);
    }

    [Fact]
    public async Task RebootingLine_ReceivesItsTextsAfterwards()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.CoolSmsAsync("v1/reboot_line", new { number = "2125550100" });
        (await StateOfTextAsync(server, "2125550100")).ShouldBe("late");
        (await CountAsync(server, false)).ShouldBe(0);

        server.Advance(61);

        (await CountAsync(server, false)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Dialects.Document, "0")]
    [InlineData(Dialects.Observed, "errors")]
    public async Task UnknownToken_IsAnErrorWithTheKeyOfTheDialect(string dialect, string key)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = dialect);
        var answer = await server.CoolSmsAsync("v1/status", token: "wrong");

        answer["response"]!.ToString().ShouldBe("error");
        answer[key]![0]!.ToString().ShouldBe("unknown token");
    }

    [Fact]
    public async Task Token_WithoutTheScope_IsRefused()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("accounts", new { vendor = VendorNames.CoolSms, credential = "messages-only", lines = 1, scopes = new[] { "messages" } });

        var refused = await server.CoolSmsAsync("v1/create_group", new { group_name = "x" }, "messages-only");
        var allowed = await server.CoolSmsAsync("v1/numbers", token: "messages-only");

        refused["0"]![0]!.ToString().ShouldBe("insufficient scope");
        allowed["numbers"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task AssignGroup_MovesTheLineOutOfItsOldGroup()
    {
        await using var server = await SimulatorServer.StartAsync();
        await WakeAsync(server, LiteOne);
        await server.CoolSmsAsync("v1/create_group", new { group_name = "Own" });
        await server.CoolSmsAsync("v1/assign_group", new { number = LiteTwo, group_name = "Own" });

        (await WakeAsync(server, LiteTwo)).ShouldBe((1, null));
        (await server.CoolSmsAsync("v1/create_group", new { group_name = "Own" }))["response"]!.ToString().ShouldBe("error");
        (await server.CoolSmsAsync("v1/assign_group", new { number = LiteTwo, group_name = "None" }))["response"]!.ToString().ShouldBe("error");
    }

    private static async Task<(int Length, int? Time)> WakeAsync(SimulatorServer server, string number)
    {
        var answer = await server.CoolSmsAsync("v1.5/wakeup_line", new { number });
        return (answer["length"]!.GetValue<int>(), answer["time"]?.GetValue<int>());
    }

    private static async Task<string> StateOfTextAsync(SimulatorServer server, string number) =>
        (await server.DeliverAsync(VendorNames.CoolSms, "hello", number))["state"]!.ToString();

    private static async Task<int> CountAsync(SimulatorServer server, bool delete) =>
        (await server.CoolSmsAsync("v1/new_messages", new { number = "2125550100", mark_as_deleted = delete }))["messages"]!.AsArray().Count;
}
