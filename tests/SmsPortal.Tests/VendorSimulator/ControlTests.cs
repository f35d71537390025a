using System.Net;
using System.Net.Http.Json;
using Shouldly;
using SmsPortal.VendorSimulator;
using SmsPortal.VendorSimulator.Texts;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class ControlTests
{
    [Fact]
    public async Task Deliver_ToEveryVendor_IsIssuedInOrder()
    {
        await using var server = await SimulatorServer.StartAsync();
        foreach (var vendor in VendorNames.All)
        {
            await server.DeliverAsync(vendor, $"to {vendor}");
        }

        var issued = (await server.ControlAsync("issued")).AsArray();

        issued.Select(text => text!["vendor"]!.ToString()).ShouldBe(VendorNames.All);
        issued.Select(text => text!["sequence"]!.GetValue<int>()).ShouldBe([1, 2, 3, 4, 5]);
        (await server.ControlAsync("issued?since=4")).AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(VendorNames.GetSms)]
    [InlineData(VendorNames.SmsPool)]
    public async Task StrictDelivery_WithoutAnOpenRequest_IsRefusedInWords(string vendor)
    {
        await using var server = await SimulatorServer.StartAsync();
        using var answer = await server.Http.PostAsJsonAsync("/control/deliver", new { vendor, text = "x", number = "12125550199", strict = true });

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("open");
        server.Simulator.Issued.Since().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(VendorNames.GetSms)]
    [InlineData(VendorNames.SmsPool)]
    public async Task Delivery_WithoutAnOpenRequest_OpensOneThatNobodyPaysFor(string vendor)
    {
        await using var server = await SimulatorServer.StartAsync();
        var delivered = await server.DeliverAsync(vendor, "code 123456", number: "12125550199");

        delivered["number"]!.ToString().ShouldBe("12125550199");
        server.Simulator.Counters.Effects(vendor, "charges").ShouldBe(0);
        (await server.ControlAsync($"balance?vendor={vendor}"))["balance"]!.GetValue<decimal>().ShouldBe(50m);
    }

    [Fact]
    public async Task AddedAccount_IsServedBesideTheFirst()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("accounts", new { vendor = VendorNames.CoolSms, name = "big", credential = "big-token", lines = 10_000 });

        var numbers = (await server.CoolSmsAsync("v1/numbers", token: "big-token"))["numbers"]!.AsArray();
        var all = numbers.Select(line => line!["number"]!.ToString())
            .Concat((await server.CoolSmsAsync("v1/numbers"))["numbers"]!.AsArray().Select(line => line!["number"]!.ToString())).ToList();

        all.Count.ShouldBe(10_007);
        all.Distinct().Count().ShouldBe(10_007);
        all.ShouldAllBe(number => number.Length == 10 && number.Substring(3, 5) == "55501");
    }

    [Fact]
    public async Task History_FillsEveryVendorWithTheLastDays()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("seed-history", new { days = 3, perDay = 100 });

        var issued = server.Simulator.Issued.Since();

        issued.Select(text => text.Vendor).Distinct().Order().ShouldBe(VendorNames.All.Order());
        issued.ShouldAllBe(text => text.History && text.At < server.Simulator.Clock.Now && text.At > server.Simulator.Clock.Now.AddDays(-4));
        issued.Select(text => text.At).ShouldBe(issued.Select(text => text.At).Order());
    }

    [Fact]
    public async Task Arrivals_ComeByTheClock_UntilSwitchedOff()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Advance(3600);
        server.Simulator.Issued.Since().ShouldBeEmpty();
        await server.ControlAsync("arrivals", new { perMinute = 10 });
        server.Advance(3600);
        var arrived = server.Simulator.Issued.Since().Count;
        arrived.ShouldBeInRange(450, 750);

        await server.ControlAsync("arrivals", new { perMinute = 0 });
        server.Advance(3600);

        server.Simulator.Issued.Since().Count.ShouldBe(arrived);
    }

    [Fact]
    public async Task SameSeed_GivesTheSameDay()
    {
        var first = await DayAsync(7);
        var second = await DayAsync(7);
        var other = await DayAsync(8);

        first.Count.ShouldBeGreaterThan(80);
        second.ShouldBe(first);
        other.ShouldNotBe(first);
    }

    [Fact]
    public async Task OwnScript_RunsItsStepsAtTheirTimes()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("scripts/day", new
        {
            steps = new object[]
            {
                new { afterSeconds = 10, deliver = new { vendor = VendorNames.JookSms, text = "first" } },
                new { afterSeconds = 20, fault = new { vendor = VendorNames.SmsPool, kind = "500" } },
            },
        });

        server.Advance(9);
        server.Simulator.Issued.Since().ShouldBeEmpty();
        server.Advance(1);
        server.Simulator.Issued.Since().ShouldHaveSingleItem().Text.ShouldBe("first");
        server.Advance(10);
        server.Simulator.Faults.Pending.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task UnknownSettingOrFault_IsNamed()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var setting = await server.Http.PostAsJsonAsync("/control/settings", new { noSuchThing = 1 });
        using var fault = await server.Http.PostAsJsonAsync("/control/faults", new { vendor = "smspool", endpoint = "no/such", kind = "500" });

        (await setting.Content.ReadAsStringAsync()).ShouldContain("noSuchThing");
        (await fault.Content.ReadAsStringAsync()).ShouldContain("no/such");
    }

    [Fact]
    public void AddressBeyondLoopback_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => SimulatorHost.Build([], options => options.Url = "http://0.0.0.0:5080"));

    [Fact]
    public void Corpus_CodesStandInTheirTexts_AndManyTextsHaveNone()
    {
        var chance = new Chance(1);
        var drawn = Enumerable.Range(0, 500).Select(_ => Corpus.Draw(chance)).ToList();

        drawn.ShouldAllBe(text => text.Code.Length == 0 || text.Body.Contains(text.Code, StringComparison.Ordinal));
        drawn.ShouldContain(text => text.Code.Length == 0);
        drawn.ShouldAllBe(text => !text.Body.Contains("{code}", StringComparison.Ordinal) && !text.Body.Contains("{n}", StringComparison.Ordinal));
    }

    private static async Task<List<string>> DayAsync(int seed)
    {
        await using var server = await SimulatorServer.StartAsync(options =>
        {
            options.Seed = seed;
            options.ClockStart = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        });
        await server.ControlAsync("scripts/day", new { texts = 100 });
        server.Advance(86_400);
        return server.Simulator.Issued.Since().Select(text => $"{text.At:O} {text.Vendor} {text.Line} {text.Text}").ToList();
    }
}
