using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class SmsPinsTests
{
    [Fact]
    public async Task Check_RunsThroughItsStates_AndBringsTheTextsJoined()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.DeliverAsync(VendorNames.SmsPins, "Test SMS 4", line: "23354");
        await server.DeliverAsync(VendorNames.SmsPins, "Test SMS 5", line: "23354");
        var id = await RequestAsync(server);

        (await StatusAsync(server, id))["status"]!.ToString().ShouldBe("PENDING");
        server.Advance(5.5);
        (await StatusAsync(server, id))["status"]!.ToString().ShouldBe("ACQUIRED");
        server.Advance(1);
        (await StatusAsync(server, id))["status"]!.ToString().ShouldBe("STARTED");
        server.Advance(30);
        var done = await StatusAsync(server, id);

        done["status"]!.ToString().ShouldBe("SUCCESS");
        done["smses"]!.ToString().ShouldBe("Test SMS 4|Test SMS 5");
        done["agent_name"]!.ToString().ShouldStartWith("agent-");
    }

    [Fact]
    public async Task SecondCheck_OfTheSameTelephone_WaitsForTheFirst()
    {
        await using var server = await SimulatorServer.StartAsync();
        await RequestAsync(server);
        var second = await RequestAsync(server);

        server.Advance(35);
        (await StatusAsync(server, second))["status"]!.ToString().ShouldBe("PENDING");
        server.Advance(37);
        (await StatusAsync(server, second))["status"]!.ToString().ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Cancel_OnlyWhilePending_SaysElapsedOtherwise()
    {
        await using var server = await SimulatorServer.StartAsync();
        var id = await RequestAsync(server);

        (await server.SmsPinsAsync("bulk_sms/cancel/" + id))["success"]!.GetValue<bool>().ShouldBeTrue();
        (await server.SmsPinsAsync("bulk_sms/cancel/" + id))["message"]!.ToString().ShouldBe("Perhaps time to cancel request has elapsed");
        (await server.SmsPinsAsync("bulk_sms/cancel/1"))["message"]!.ToString().ShouldBe("Unable to find request");
    }

    // Midnight Eastern before, on and after both clock changes of 2026 (8 March, 1 November).
    [Theory]
    [InlineData("2026-03-07T23:50:00-05:00", "2026-03-08T00:00:00-05:00")]
    [InlineData("2026-03-08T23:50:00-04:00", "2026-03-09T00:00:00-04:00")]
    [InlineData("2026-10-31T23:50:00-04:00", "2026-11-01T00:00:00-04:00")]
    [InlineData("2026-11-01T23:50:00-05:00", "2026-11-02T00:00:00-05:00")]
    public async Task AutoCheck_DiesAtMidnightEastern_OnEveryKindOfDay(string start, string midnight)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.ClockStart = Time(start).AddDays(-1));
        server.Simulator.Clock.Set(Time(start));
        await server.SmsPinsAsync("bulk_sms/autocheck/23354/enable");
        await RequestAsync(server);

        server.Simulator.Clock.Set(Time(midnight).AddSeconds(-1));
        server.Simulator.SmsPins.Accounts[0].Telephones[0].AutoCheck.ShouldBeTrue();
        server.Simulator.Counters.Effects(VendorNames.SmsPins, "auto_checks").ShouldBe(3);

        server.Simulator.Clock.Set(Time(midnight).AddHours(1));
        server.Simulator.SmsPins.Accounts[0].Telephones[0].AutoCheck.ShouldBeFalse();
        server.Simulator.Counters.Effects(VendorNames.SmsPins, "auto_checks").ShouldBe(3);
    }

    [Fact]
    public async Task AutoCheck_WithoutARequestByHand_NeverRuns()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.ClockStart = Time("2026-06-01T08:00:00-04:00"));
        await server.SmsPinsAsync("bulk_sms/autocheck/23354/enable");

        server.Advance(3600);

        server.Simulator.Counters.Effects(VendorNames.SmsPins, "auto_checks").ShouldBe(0);
    }

    [Fact]
    public async Task Times_AreNewYorkLocalTimeWithoutOffset()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.ClockStart = Time("2026-11-01T05:30:00+00:00"));
        var first = await RequestAsync(server);
        server.Advance(3600);
        var second = await RequestAsync(server);

        // 01:30 stands on the clock twice that night, in daylight and in standard time.
        (await StatusAsync(server, first))["queued_at"]!.ToString().ShouldBe("2026-11-01 01:30:00");
        (await StatusAsync(server, second))["queued_at"]!.ToString().ShouldBe("2026-11-01 01:30:00");
    }

    [Fact]
    public async Task NumberChange_ReplacesTheNumber_AndHoldsChecksMeanwhile()
    {
        await using var server = await SimulatorServer.StartAsync();
        var change = SimulatorServer.Text((await server.SmsPinsAsync("nc/request/23354/95129"))["data"]![0]!["request_id"]);
        server.Advance(7);
        var check = await RequestAsync(server);
        server.Advance(100);
        (await StatusAsync(server, check))["status"]!.ToString().ShouldBe("PENDING");

        server.Advance(120);
        var status = (await server.SmsPinsAsync("nc/status/" + change))["data"]!;
        status["status"]!.ToString().ShouldBe("SUCCESS");
        status["last_telephone"]!.ToString().ShouldBe("2123451356");
        status["telephone"]!.ToString().ShouldNotBe("2123451356");
        (await StatusAsync(server, check))["status"]!.ToString().ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("99950", "FAILED", 0)]
    [InlineData("95129", "SUCCESS", 1)]
    public async Task NumberChange_ByZip_FailsWhereFewPeopleLive(string zip, string status, int changes)
    {
        await using var server = await SimulatorServer.StartAsync();
        var change = SimulatorServer.Text((await server.SmsPinsAsync("nc/request/23354/" + zip))["data"]![0]!["request_id"]);
        server.Advance(300);

        (await server.SmsPinsAsync("nc/status/" + change))["data"]!["status"]!.ToString().ShouldBe(status);
        server.Simulator.Counters.Effects(VendorNames.SmsPins, "number_changes").ShouldBe(changes);
    }

    [Theory]
    [InlineData(Dialects.Document, "null")]
    [InlineData(Dialects.Observed, "[]")]
    public async Task SmsesOfATelephoneWithoutTexts_AreNullOrAnEmptyList(string dialect, string data)
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = dialect);
        ((await server.SmsPinsAsync("bulk_sms/smses_by_tid/23354"))["data"]?.ToJsonString() ?? "null").ShouldBe(data);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> RequestAsync(SimulatorServer server) =>
        SimulatorServer.Text((await server.SmsPinsAsync("bulk_sms/request/23354"))["data"]![0]!["request_id"]);

    private static async Task<JsonNode> StatusAsync(SimulatorServer server, string id) => (await server.SmsPinsAsync("bulk_sms/status/" + id))["data"]!;
}
