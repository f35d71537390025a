using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using SmsPortal.Jobs;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>What people look at is polled sooner, never below the vendor's floor.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private readonly RecordedNudges _nudges = new();
    private SimulatedPortal _portal = null!;
    private Watch _watch = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await SimulatedPortal.StartAsync();
        _watch = new Watch(_portal.Get<WatchedLines>(), _portal.Get<VendorRegistry>(), _nudges, _portal.Clock, Options.Create(new GateOptions()), NullLogger<Watch>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task AWatchedLine_IsDueAtTheFloorSinceItsLastPoll()
    {
        var id = await PolledAsync("coolsms");
        var line = await _portal.ScalarAsync<long>("SELECT min(id) FROM phone_line");
        using (_watch.WatchLine(line))
        {
            await _watch.BeatAsync(CancellationToken.None);
        }

        // Cool SMS: 3 s per line.
        _nudges.All.ShouldHaveSingleItem().ShouldBe((id, _portal.Clock.GetUtcNow().AddSeconds(3)), new Within());
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE watched_until IS NOT NULL")).ShouldBe(1);
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM phone_line WHERE poll_due_at - polled_at < interval '2.9 seconds'")).ShouldBe(0);
        _nudges.All.Clear();
        await _watch.BeatAsync(CancellationToken.None);
        _nudges.All.ShouldBeEmpty("nobody watches any more");
    }

    [Fact]
    public async Task AWatchedLineOfAVendorReadAsAWhole_MovesTheAccount()
    {
        var id = await PolledAsync("getsms");
        var line = await _portal.Get<LineWriter>().EnsureAsync(id, new VendorLine("request:7", LineKind.OneTime) { Number = "12125550107" }, CancellationToken.None);
        using var watched = _watch.WatchLine(line);

        await _watch.BeatAsync(CancellationToken.None);

        _nudges.All.ShouldHaveSingleItem().ShouldBe((id, _portal.Clock.GetUtcNow().AddSeconds(15)), new Within());
    }

    [Fact]
    public async Task AnOpenInbox_ConcernsTheAccountsOfItsLinesOnly()
    {
        var cool = await PolledAsync("coolsms");
        await PolledAsync("getsms");
        var line = await _portal.ScalarAsync<long>($"SELECT min(id) FROM phone_line WHERE account_id = {cool}");
        var member = new AccessScope(new Viewer(Guid.NewGuid(), SeesAll: false, 0), "s", new Dictionary<long, LineScope> { [line] = default }, _portal.Clock.GetUtcNow());

        using (_watch.WatchInbox(member))
        {
            await _watch.BeatAsync(CancellationToken.None);
        }

        _nudges.All.ShouldHaveSingleItem().ShouldBe((cool, _portal.Clock.GetUtcNow().AddSeconds(15)), new Within());
        _nudges.All.Clear();
        using (_watch.WatchInbox(member with { Lines = null }))
        {
            await _watch.BeatAsync(CancellationToken.None);
        }

        _nudges.All.Count.ShouldBe(2);
    }

    // With pace floors off everything is due at once, so the rows are put where real polls would leave them.
    private async Task<int> PolledAsync(string vendor)
    {
        var id = await _portal.ConnectAsync(vendor);
        await _portal.PollAsync(id);
        await using var command = _portal.Get<Npgsql.NpgsqlDataSource>().CreateCommand($"""
            WITH lines AS (UPDATE phone_line SET poll_due_at = polled_at + interval '2 minutes' WHERE account_id = {id} AND poll_due_at IS NOT NULL)
            UPDATE account_health SET next_poll_at = polled_at + interval '2 minutes' WHERE account_id = {id}
            """);
        await command.ExecuteNonQueryAsync();
        return id;
    }

    /// <summary>PostgreSQL keeps microseconds.</summary>
    private sealed class Within : IEqualityComparer<(int Account, DateTimeOffset DueAt)>
    {
        public bool Equals((int Account, DateTimeOffset DueAt) x, (int Account, DateTimeOffset DueAt) y) => x.Account == y.Account && (x.DueAt - y.DueAt).Duration() < TimeSpan.FromMilliseconds(1);

        public int GetHashCode((int Account, DateTimeOffset DueAt) obj) => obj.Account;
    }
}
