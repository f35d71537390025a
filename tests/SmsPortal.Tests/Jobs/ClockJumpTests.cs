using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>The wall clock is set forward or back by an hour: polling neither stops nor multiplies.</summary>
public sealed class ClockJumpTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task AJumpOfTheClock_NeitherStopsNorMultipliesThePolls(int hours)
    {
        // Idle pace of Cool SMS is two minutes.
        await using var portal = await SimulatedPortal.StartAsync(services => services.Configure<GateOptions>(gate => gate.PaceFactor = 1));
        portal.Simulator.Act(() => portal.Simulator.CoolSms.Accounts[0].Lines.RemoveRange(1, 6));
        var id = await PumpAsync(portal, portal.ConnectAsync("coolsms"));
        await RunAsync(portal, id, minutes: 20);
        var before = Reads(portal);
        await RunAsync(portal, id, minutes: 20);
        var usual = Reads(portal) - before;

        portal.Clock.Jump(TimeSpan.FromHours(hours));
        before = Reads(portal);
        await RunAsync(portal, id, minutes: 20);

        usual.ShouldBeGreaterThan(5);
        (Reads(portal) - before).ShouldBeInRange(usual / 2, usual * 2);
    }

    private static async Task RunAsync(SimulatedPortal portal, int id, int minutes)
    {
        for (var i = 0; i < minutes * 4; i++)
        {
            await PumpAsync(portal, portal.PollAsync(id));
            portal.Advance(TimeSpan.FromSeconds(15));
        }
    }

    // Calls wait for their turn on the portal's clock, which stands unless it is moved.
    private static async Task<T> PumpAsync<T>(SimulatedPortal portal, Task<T> work)
    {
        while (await Task.WhenAny(work, Task.Delay(5)) != work)
        {
            portal.Advance(TimeSpan.FromMilliseconds(10));
        }

        return await work;
    }

    // The check of the account probes one line too; every five minutes at most.
    private static long Reads(SimulatedPortal portal) => portal.Simulator.Counters.Hits("coolsms", "v1.5/new_messages");
}
