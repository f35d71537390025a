using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.Trouble;

/// <summary>R6: vendors whose texts carry no id, read again and again.</summary>
public sealed class TextsWithoutIdsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rereads = 25;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private SimulatedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SimulatedPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("coolsms")]
    [InlineData("smspool")]
    public async Task RereadReorderedAndShortenedAnswers_MakeNothingNew_AndTwinsOfOneSecondAreBothKept(string vendor)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var account = await _portal.ConnectAsync(vendor);
        await _portal.PollForAsync(account, Round, Step);

        Deliver(vendor, "The oldest of all");
        _portal.Advance(Step);
        Deliver(vendor, "I am one of two");
        Deliver(vendor, "I am one of two");
        _portal.Advance(Step);
        Deliver(vendor, "Your code is 804036");
        await _portal.PollForAsync(account, Round, Step);
        const string all = "I am one of two|I am one of two|The oldest of all|Your code is 804036";
        (await StoredAsync()).ShouldBe(all);

        for (var i = 0; i < Rereads; i++)
        {
            Shuffle(vendor, random);
            _portal.Advance(Step);
            if (i % 5 == 0)
            {
                // A new node remembers nothing of the last reading: the store alone decides.
                await _portal.StartNodeAsync();
            }

            await _portal.PollAsync(account);
        }

        (await StoredAsync()).ShouldBe(all);
        for (var left = 3; left >= 1; left--)
        {
            DropOldest(vendor);
            await _portal.PollForAsync(account, Step, Step);
        }

        (await StoredAsync()).ShouldBe(all);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM outbox")).ShouldBe(4);
        (await _portal.ScalarAsync<long>("SELECT coalesce(sum(count), 0)::bigint FROM message_sighting")).ShouldBeGreaterThan(0, "the answers were really read again");

        Deliver(vendor, "Something new");
        await _portal.PollForAsync(account, Round, Step);
        (await StoredAsync()).ShouldBe("I am one of two|I am one of two|Something new|The oldest of all|Your code is 804036");
    }

    private void Deliver(string vendor, string text)
    {
        var simulator = _portal.Simulator;
        var line = vendor == "smspool" ? simulator.Act(() => simulator.SmsPool.Accounts[0].Rentals[0].Code) : null;
        simulator.Deliver(new Delivery { Vendor = vendor, Line = line, Text = text });
    }

    private void Shuffle(string vendor, Random random) => _portal.Simulator.Act(() =>
    {
        if (vendor == "coolsms")
        {
            Mix(_portal.Simulator.CoolSms.Accounts[0].Lines[0].Messages);
        }
        else
        {
            Mix(_portal.Simulator.SmsPool.Accounts[0].Rentals[0].Messages);
        }

        void Mix<T>(List<T> texts)
        {
            var mixed = texts.ToArray();
            random.Shuffle(mixed);
            texts.Clear();
            texts.AddRange(mixed);
        }
    });

    private void DropOldest(string vendor) => _portal.Simulator.Act(() =>
    {
        if (vendor == "coolsms")
        {
            var texts = _portal.Simulator.CoolSms.Accounts[0].Lines[0].Messages;
            texts.Remove(texts.MinBy(text => text.At)!);
        }
        else
        {
            var texts = _portal.Simulator.SmsPool.Accounts[0].Rentals[0].Messages;
            texts.Remove(texts.MinBy(text => text.At)!);
        }
    });

    private Task<string> StoredAsync() => _portal.ScalarAsync<string>("SELECT string_agg(body, '|' ORDER BY body) FROM message");
}
