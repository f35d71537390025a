using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.Jobs;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorSimulator;
using SmsPortal.VendorSimulator.SmsPins;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>SMSPins: request, follow, read; lost answers; auto-check and its renewal after midnight Eastern.</summary>
public sealed class CheckPollTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task ARequestWhoseAnswerWasLost_IsNotRepeatedWhileItIsOpen_AndItsTextIsFound()
    {
        await using var portal = await SimulatedPortal.StartAsync();
        var id = await OneTelephoneAsync(portal);
        portal.Simulator.Deliver(new Delivery { Vendor = "smspins", Text = "Your code is 804036" });
        portal.Simulator.Faults.Add(new Fault { Vendor = "smspins", Endpoint = "bulk_sms/request", Kind = "reset", Phase = "after", Times = 1 });

        await portal.PollAsync(id);
        portal.Simulator.Faults.Pending.ShouldBeEmpty();
        Checks(portal).ShouldBe(1);
        (await portal.ScalarAsync<long>("SELECT count(*) FROM sms_check WHERE request_id IS NULL AND due_at IS NOT NULL")).ShouldBe(1);
        portal.Advance(TimeSpan.FromSeconds(16));
        await portal.PollAsync(id);
        Checks(portal).ShouldBe(1, "its outcome is unknown");

        portal.Advance(TimeSpan.FromSeconds(40));
        await portal.PollAsync(id);
        (await portal.ScalarAsync<long>("SELECT count(*) FROM message WHERE NOT history")).ShouldBe(1);
        (await portal.ScalarAsync<long>("SELECT count(*) FROM sms_check WHERE request_id IS NULL AND due_at IS NOT NULL")).ShouldBe(0);
        Checks(portal).ShouldBe(2, "the first is settled by its text");
    }

    [Fact]
    public async Task ALostRequestThatBringsNothing_IsGivenUpAfterAWhile()
    {
        await using var portal = await SimulatedPortal.StartAsync();
        var id = await OneTelephoneAsync(portal);
        portal.Simulator.Faults.Add(new Fault { Vendor = "smspins", Endpoint = "bulk_sms/request", Kind = "reset", Phase = "before", Times = 1 });
        await portal.PollForAsync(id, TimeSpan.FromMinutes(3), Step);
        Checks(portal).ShouldBe(0);

        await portal.PollForAsync(id, TimeSpan.FromMinutes(3), Step);

        Checks(portal).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("2026-10-31T16:00:00Z", "2026-11-01T04:06:00Z", "2026-11-02T05:06:00Z")]
    [InlineData("2027-03-13T17:00:00Z", "2027-03-14T05:06:00Z", "2027-03-15T04:06:00Z")]
    public async Task AutoCheck_IsRenewedAfterEachMidnightEastern_AlsoWhenTheClocksChange(string start, string firstNight, string secondNight)
    {
        await using var portal = await SimulatedPortal.StartAsync(at: Time(start));
        var id = await OneTelephoneAsync(portal);
        await portal.PollAsync(id);
        var line = await portal.ScalarAsync<long>("SELECT id FROM phone_line");
        (await portal.Get<AutoChecks>().SetWantedAsync(line, true, portal.Clock.GetUtcNow(), CancellationToken.None)).ShouldBe(id);
        portal.Simulator.Faults.Add(new Fault { Vendor = "smspins", Endpoint = "bulk_sms/autocheck", Kind = "reset", Phase = "before", Times = 1 });
        await portal.PollForAsync(id, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(20));
        Telephone(portal).AutoCheck.ShouldBeTrue("also after a first try that was lost");

        foreach (var night in (string[])[firstNight, secondNight])
        {
            portal.Advance(Time(night) - portal.Clock.GetUtcNow());
            Telephone(portal).AutoCheck.ShouldBeFalse("the vendor turns it off");
            var nudges = new RecordedNudges();
            await new AutoCheckRenewal(portal.Get<AutoChecks>(), nudges, portal.Clock).RunAsync(CancellationToken.None);
            nudges.Accounts.ShouldBe([id]);
            await portal.PollForAsync(id, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
            Telephone(portal).AutoCheck.ShouldBeTrue();
            Telephone(portal).RequestedSinceEnabled.ShouldBeTrue("it does nothing without one request");
        }
    }

    [Fact]
    public async Task AutoCheck_OfATelephoneThatExpired_Stops()
    {
        await using var portal = await SimulatedPortal.StartAsync();
        var id = await OneTelephoneAsync(portal);
        await portal.PollAsync(id);
        await portal.Get<AutoChecks>().SetWantedAsync(await portal.ScalarAsync<long>("SELECT id FROM phone_line"), true, portal.Clock.GetUtcNow(), CancellationToken.None);
        await portal.PollForAsync(id, TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(20));
        portal.Advance(TimeSpan.FromDays(30));
        var enabled = portal.Simulator.Counters.Hits("smspins", "bulk_sms/autocheck");

        await portal.PollForAsync(id, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(6));

        portal.Simulator.Counters.Hits("smspins", "bulk_sms/autocheck").ShouldBe(enabled);
        (await portal.ScalarAsync<bool>("SELECT auto_check_wanted OR auto_check_since IS NOT NULL FROM phone_line")).ShouldBeFalse();
    }

    [Fact]
    public async Task APersonWhoAsksNow_GetsACheckUnlessOneIsOpen()
    {
        await using var portal = await SimulatedPortal.StartAsync();
        var id = await OneTelephoneAsync(portal);
        portal.Simulator.Faults.Add(new Fault { Vendor = "smspins", Endpoint = "bulk_sms/request", Kind = "503", Times = 1 });
        await portal.PollAsync(id);
        var line = await portal.ScalarAsync<long>("SELECT id FROM phone_line");
        var nudges = new RecordedNudges();
        var desk = ActivatorUtilities.CreateInstance<CheckDesk>(portal.Services, nudges);
        var admin = new Viewer(Guid.NewGuid(), SeesAll: true, 0);
        var before = Checks(portal);

        // The outcome of the portal's own request is unknown, so the person's is not sent either.
        (await desk.CheckNowAsync(admin, line, CancellationToken.None)).ShouldBeNull();
        Checks(portal).ShouldBe(before);
        portal.Advance(TimeSpan.FromMinutes(5));
        await portal.ScalarAsync<long>("UPDATE sms_check SET due_at = NULL RETURNING id");
        (await desk.CheckNowAsync(admin, line, CancellationToken.None)).ShouldBeNull();

        Checks(portal).ShouldBe(before + 1);
        (await desk.CheckNowAsync(admin with { SeesAll = false }, line, CancellationToken.None)).ShouldNotBeNull();
        nudges.Accounts.ShouldContain(id);
    }

    private static async Task<int> OneTelephoneAsync(SimulatedPortal portal)
    {
        portal.Simulator.Act(() => portal.Simulator.SmsPins.Accounts[0].Telephones.RemoveRange(1, 2));
        return await portal.ConnectAsync("smspins");
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SmsPinsTelephone Telephone(SimulatedPortal portal) => portal.Simulator.SmsPins.Accounts[0].Telephones[0];

    private static long Checks(SimulatedPortal portal) => portal.Simulator.Counters.Effects("smspins", "checks");
}
