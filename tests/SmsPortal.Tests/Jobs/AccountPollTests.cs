using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>The background work of an account against each simulated vendor.</summary>
public sealed class AccountPollTests : IAsyncLifetime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(90);
    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("coolsms")]
    [InlineData("smspool")]
    [InlineData("jooksms")]
    [InlineData("getsms")]
    [InlineData("smspins")]
    public async Task TextsOfEachVendor_AreFoundOnceOverManyPollsAndARestart(string vendor)
    {
        if (vendor != "smspins")
        {
            // A telephone of SMSPins has no text before a check brings it, so it has no past that a first reading could show.
            Deliver(vendor, "Before the account was connected");
        }

        _portal.Advance(TimeSpan.FromMinutes(1));
        var id = await _portal.ConnectAsync(vendor);
        await _portal.PollForAsync(id, Round, Step);
        _portal.Advance(TimeSpan.FromMinutes(2));

        Deliver(vendor, "Your code is 804036");
        Deliver(vendor, "Your code is 117702");
        await _portal.PollForAsync(id, Round, Step);
        await _portal.StartNodeAsync();
        await _portal.PollForAsync(id, Round, Step);

        (await TextsAsync("NOT history")).ShouldBe("Your code is 117702|Your code is 804036");
        (await TextsAsync("history")).ShouldBe(vendor == "smspins" ? "" : "Before the account was connected");
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM outbox")).ShouldBe(2);
        (await _portal.Get<AccountQueries>().FindHealthAsync(id, CancellationToken.None))!.FailureMessage.ShouldBeNull();
    }

    [Fact]
    public async Task ALine_IsGoneAfterThreeCompleteListsWithoutIt_AndOpenAgainWhenItIsBack()
    {
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.PollAsync(id);
        var line = _portal.Simulator.CoolSms.Accounts[0].Lines[1];
        _portal.Simulator.Act(() => _portal.Simulator.CoolSms.Accounts[0].Lines.Remove(line));

        await ListAsync(id, times: 2);
        (await GoneAsync()).ShouldBe(0);
        await ListAsync(id, times: 1);
        (await GoneAsync()).ShouldBe(1);

        _portal.Simulator.Act(() => _portal.Simulator.CoolSms.Accounts[0].Lines.Add(line));
        await ListAsync(id, times: 1);
        (await GoneAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ALine_IsNeverGoneByEmptyOrFailedLists()
    {
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.PollAsync(id);
        _portal.Simulator.Faults.Add(new Fault { Vendor = "coolsms", Endpoint = "v1.5/numbers", Kind = "truncated", Times = 4 });
        await ListAsync(id, times: 4);
        _portal.Simulator.Faults.Clear();
        _portal.Simulator.Act(() => _portal.Simulator.CoolSms.Accounts[0].Lines.Clear());

        await ListAsync(id, times: 4);

        (await GoneAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ALineThatComesLater_HasNoHistory()
    {
        var lines = _portal.Simulator.CoolSms.Accounts[0].Lines;
        var late = lines[3];
        _portal.Simulator.Act(() => lines.Remove(late));
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.PollAsync(id);
        _portal.Advance(TimeSpan.FromMinutes(6));
        _portal.Simulator.Act(() => lines.Add(late));
        _portal.Simulator.Deliver(new Delivery { Vendor = "coolsms", Number = late.Number, Text = "Fresh 804036" });

        // The list finds the line, the next run reads it.
        await _portal.PollAsync(id);
        await _portal.PollAsync(id);

        (await TextsAsync("NOT history")).ShouldBe("Fresh 804036");
    }

    [Fact]
    public async Task TextsThatEveryPollShowsAgain_CostTheStoreNothing()
    {
        var id = await _portal.ConnectAsync("coolsms");
        Deliver("coolsms", "One", "Two");
        await _portal.PollForAsync(id, Round, Step);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM message_sighting")).ShouldBe(0);

        await _portal.StartNodeAsync();
        await _portal.PollForAsync(id, Round, Step);

        (await _portal.ScalarAsync<long>("SELECT sum(count) FROM message_sighting")).ShouldBe(2, "a node that knows nothing yet asks the store once");
    }

    [Fact]
    public async Task AFullAnswerOfNewTexts_IsAGapOnce_AndNoneIsInvented()
    {
        Deliver("getsms", "One", "Two", "Three");
        var id = await _portal.ConnectAsync("getsms");
        await _portal.PollForAsync(id, Step, Step);
        (await GapsAsync(id)).ShouldBe(0);

        Deliver("getsms", "Four", "Five");
        await _portal.PollForAsync(id, Step, Step);
        (await GapsAsync(id)).ShouldBe(0);

        Deliver("getsms", "Six", "Seven", "Eight", "Nine");
        var readings = Readings();
        await _portal.PollAsync(id);
        (await GapsAsync(id)).ShouldBe(1);
        (Readings() - readings).ShouldBe(2, "after a possible gap it is read again at once");
        await _portal.PollForAsync(id, Step, Step);
        (await GapsAsync(id)).ShouldBe(1);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM message")).ShouldBe(8, "the vendor showed all but one");
    }

    [Fact]
    public async Task Trouble_EndsTheRunAndIsOverWhenItIsOver()
    {
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.PollAsync(id);
        _portal.Advance(TimeSpan.FromMinutes(6));
        Deliver("coolsms", "During the trouble");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "coolsms", Kind = "429", RetryAfterSeconds = 300, Times = 1 });

        var calls = _portal.Simulator.Hits.All.Count;
        var first = await _portal.PollAsync(id);
        var second = await _portal.PollAsync(id);

        // Several lines are read at the same time; none follows once the answer is known.
        (_portal.Simulator.Hits.All.Count - calls).ShouldBeLessThanOrEqualTo(8);
        first.NextIn.ShouldBe(TimeSpan.FromSeconds(300));
        second.NextIn.ShouldBe(TimeSpan.FromSeconds(300));
        var held = _portal.Simulator.Hits.All.Count;
        await _portal.PollForAsync(id, TimeSpan.FromSeconds(290), TimeSpan.FromSeconds(29));
        _portal.Simulator.Hits.All.Count.ShouldBe(held);
        _portal.Advance(TimeSpan.FromSeconds(20));
        await _portal.PollAsync(id);
        (await TextsAsync("NOT history")).ShouldBe("During the trouble");
    }

    [Fact]
    public async Task OneOddLine_WaitsByItself_AndTheOthersAreRead()
    {
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.PollAsync(id);
        Deliver("coolsms", "To the first line");
        _portal.Simulator.Faults.Add(new Fault { Vendor = "coolsms", Endpoint = "v1.5/new_messages", Kind = "truncated", Times = 1 });

        await _portal.PollAsync(id);

        (await _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE poll_failure IS NOT NULL")).ShouldBe(1);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE poll_lease IS NOT NULL")).ShouldBe(0);
        _portal.Advance(TimeSpan.FromSeconds(16));
        await _portal.PollAsync(id);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE poll_failure IS NOT NULL")).ShouldBe(0);
        (await TextsAsync("NOT history")).ShouldBe("To the first line");
    }

    [Fact]
    public async Task APausedOrRemovedAccount_IsNotCalled()
    {
        var id = await _portal.ConnectAsync("coolsms");
        await _portal.Desk.PauseAsync(id, CancellationToken.None);
        var calls = _portal.Simulator.Hits.All.Count;

        await _portal.PollAsync(id);
        await _portal.Desk.RemoveAsync(id, CancellationToken.None);
        await _portal.PollAsync(id);

        _portal.Simulator.Hits.All.Count.ShouldBe(calls);
    }

    private void Deliver(string vendor, params string[] texts)
    {
        foreach (var text in texts)
        {
            _portal.Simulator.Deliver(new Delivery { Vendor = vendor, Text = text });
            _portal.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private long Readings() => _portal.Simulator.Counters.Hits("getsms", "read_sms");

    private async Task ListAsync(int id, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _portal.Advance(TimeSpan.FromMinutes(20));
            await _portal.PollAsync(id);
        }
    }

    private Task<long> GoneAsync() => _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE gone_at IS NOT NULL");

    private Task<int> GapsAsync(int id) => _portal.ScalarAsync<int>($"SELECT gap_count FROM account_health WHERE account_id = {id}");

    private async Task<string> TextsAsync(string where) => await _portal.ScalarAsync<string>($"SELECT string_agg(body, '|' ORDER BY body) FROM message WHERE incoming AND {where}") ?? "";
}
