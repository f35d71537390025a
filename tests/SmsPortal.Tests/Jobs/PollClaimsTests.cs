using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>Lines that are due are handed out once, and a late writer is refused.</summary>
public sealed class PollClaimsTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private static readonly LineKind[] Kinds = [LineKind.Line];

    private PollClaims Claims => new(store.Source);

    [Fact]
    public async Task TwoPollsAtOnce_ShareNoLine()
    {
        var account = await AccountAsync(lines: 40);
        var now = Now();

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Claims.ClaimAsync(account, Kinds, 10, Guid.NewGuid(), now, now.AddSeconds(30), CancellationToken.None)));

        var ids = taken.SelectMany(lines => lines).Select(line => line.Id).ToList();
        ids.Count.ShouldBe(40);
        ids.ShouldBeUnique();
    }

    [Fact]
    public async Task AWriterWhoseLeaseRanOut_IsRefused()
    {
        var account = await AccountAsync(lines: 1);
        var now = Now();
        var (frozen, other) = (Guid.NewGuid(), Guid.NewGuid());
        var line = (await Claims.ClaimAsync(account, Kinds, 10, frozen, now, now.AddSeconds(30), CancellationToken.None)).ShouldHaveSingleItem();
        (await Claims.ClaimAsync(account, Kinds, 10, other, now, now.AddSeconds(30), CancellationToken.None)).ShouldBeEmpty("the first lease still stands");

        var later = now.AddSeconds(31);
        (await Claims.ClaimAsync(account, Kinds, 10, other, later, later.AddSeconds(30), CancellationToken.None)).ShouldHaveSingleItem();

        (await Claims.CompleteAsync(frozen, [new PolledLine(line.Id, later.AddHours(1), "late", WasRead: true, null)], later, CancellationToken.None)).ShouldBe(0);
        await Claims.ReleaseAsync(frozen, [line.Id], CancellationToken.None);
        (await store.ScalarAsync<bool>($"SELECT poll_failure IS NULL AND history_read_at IS NULL AND poll_lease = '{other}' FROM phone_line WHERE id = {line.Id}")).ShouldBeTrue();
        (await Claims.CompleteAsync(other, [new PolledLine(line.Id, later.AddHours(1), null, WasRead: true, null)], later, CancellationToken.None)).ShouldBe(1);
        (await store.ScalarAsync<bool>($"SELECT history_read_at IS NOT NULL AND poll_lease IS NULL FROM phone_line WHERE id = {line.Id}")).ShouldBeTrue();
    }

    [Fact]
    public async Task WatchedLines_ComeFirst()
    {
        var account = await AccountAsync(lines: 5);
        var now = Now();
        var watched = await store.ScalarAsync<long>($"SELECT max(id) FROM phone_line WHERE account_id = {account}");
        await using (var command = store.Source.CreateCommand($"UPDATE phone_line SET watched_until = now() + interval '1 hour' WHERE id = {watched} RETURNING id"))
        {
            await command.ExecuteScalarAsync();
        }

        (await Claims.ClaimAsync(account, Kinds, 1, Guid.NewGuid(), now, now.AddSeconds(30), CancellationToken.None)).ShouldHaveSingleItem().Id.ShouldBe(watched);
    }

    [Fact]
    public async Task ACursorThatAnotherPollMoved_IsNotMovedBack()
    {
        var account = await AccountAsync(lines: 0);
        var memory = new PollMemory(store.Source);
        var now = Now();
        (await memory.SaveReadingAsync(account, null, "10", now, isComplete: true, gap: false, now, CancellationToken.None)).ShouldBeTrue();
        (await memory.SaveReadingAsync(account, "10", "20", now, isComplete: true, gap: false, now, CancellationToken.None)).ShouldBeTrue();

        (await memory.SaveReadingAsync(account, "10", "12", now, isComplete: true, gap: true, now, CancellationToken.None)).ShouldBeFalse();

        (await store.ScalarAsync<string>($"SELECT messages_cursor || ' ' || gap_count FROM account_health WHERE account_id = {account}")).ShouldBe("20 0");
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow().AddMinutes(1);

    private async Task<int> AccountAsync(int lines)
    {
        var account = await store.AddAccountAsync("coolsms");
        await store.Get<LineWriter>().SaveAsync(account, [.. Enumerable.Range(0, lines).Select(i => new VendorLine($"212555{i:0000}", LineKind.Line))], CancellationToken.None);
        return account;
    }
}
