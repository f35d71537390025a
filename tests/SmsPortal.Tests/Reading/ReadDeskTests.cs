using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Reading;

public sealed class ReadDeskTests(StoreFixture store) : IClassFixture<StoreFixture>, IAsyncLifetime
{
    private readonly ReadDesk _desk = new(store.Source);
    private readonly ReadingQueries _queries = new(store.Source);
    private long _hers;
    private long _others;
    private Viewer _member = null!;

    public async ValueTask InitializeAsync()
    {
        _hers = await store.AddLineAsync("hers-" + Guid.NewGuid().ToString("n")[..6]);
        _others = await store.AddLineAsync("others-" + Guid.NewGuid().ToString("n")[..6]);
        _member = await store.AddMemberAsync(_hers);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Message_MarkedRead_IsReadForThatPersonOnly()
    {
        var other = await store.AddMemberAsync(_hers);
        var text = await WriteAsync(_hers);

        (await _desk.MarkAsync(_member, [text], read: true, default)).ShouldBe(1);

        (await UnreadAsync(_member, text)).ShouldBeFalse();
        (await UnreadAsync(other, text)).ShouldBeTrue();
    }

    [Fact]
    public async Task Message_MarkedUnreadAgain_IsUnread()
    {
        var text = await WriteAsync(_hers);
        await _desk.MarkAsync(_member, [text], read: true, default);

        (await _desk.MarkAsync(_member, [text], read: false, default)).ShouldBe(1);

        (await UnreadAsync(_member, text)).ShouldBeTrue();
    }

    [Fact]
    public async Task Mark_ThatIsSoAlready_ChangesNothingAndIsNotTold()
    {
        var text = await WriteAsync(_hers);
        await _desk.MarkAsync(_member, [text], read: true, default);

        (await ToldAsync(() => _desk.MarkAsync(_member, [text], read: true, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mark_Changed_IsToldToThePersonsOtherTabs()
    {
        var text = await WriteAsync(_hers);

        (await ToldAsync(() => _desk.MarkAsync(_member, [text], read: true, default))).ShouldBe(["r:" + _member.UserId]);
    }

    [Fact]
    public async Task Message_OfAForeignLine_CannotBeMarked()
    {
        var text = await WriteAsync(_others);

        (await _desk.MarkAsync(_member, [text], read: true, default)).ShouldBe(0);

        (await store.ScalarAsync<long>($"SELECT count(*) FROM read_exception WHERE user_id = '{_member.UserId}'")).ShouldBe(0);
    }

    [Fact]
    public async Task Conversation_MarkedRead_LeavesOtherPartiesUnread()
    {
        var uber = await WriteAsync(_hers, "Uber");
        var nobody = await WriteAsync(_hers, sender: null);

        (await _desk.MarkConversationAsync(_member, _hers, "Uber", default)).ShouldBe(1);

        (await UnreadAsync(_member, uber)).ShouldBeFalse();
        (await UnreadAsync(_member, nobody)).ShouldBeTrue();
        (await _desk.MarkConversationAsync(_member, _hers, "", default)).ShouldBe(1);
    }

    [Fact]
    public async Task All_MarkedRead_ReachesUpToTheMessageOnTheScreenOnly()
    {
        var seen = await WriteAsync(_hers);
        var marked = await WriteAsync(_hers);
        await _desk.MarkAsync(_member, [seen], read: true, default);
        await _desk.MarkAsync(_member, [seen], read: false, default);
        var later = await WriteAsync(_hers);

        await _desk.MarkAllAsync(_member, marked, default);

        var viewer = _member with { ReadUpTo = marked };
        (await _desk.UnreadAmongAsync(viewer, [seen, marked, later], default)).ShouldBe([later]);
        (await store.ScalarAsync<long>($"SELECT read_up_to FROM identity_users WHERE id = '{_member.UserId}'")).ShouldBe(marked);
    }

    [Fact]
    public async Task All_MarkedReadTwice_IsToldOnce()
    {
        var text = await WriteAsync(_hers);
        var first = await ToldAsync(() => _desk.MarkAllAsync(_member, text, default));
        var second = await ToldAsync(() => _desk.MarkAllAsync(_member, text, default));

        first.ShouldBe(["g:" + _member.UserId, "r:" + _member.UserId], ignoreOrder: true);
        second.ShouldBeEmpty();
    }

    [Fact]
    public async Task Facts_OfARepeatedMessage_SayHowItWasFolded()
    {
        var hash = RandomNumberGenerator.GetBytes(32);
        var text = await WriteAsync(_hers, hash: hash);
        await WriteAsync(_hers, hash: hash);

        var facts = await _queries.FactsAsync(_member, text, default);

        facts.ShouldNotBeNull().Sightings.ShouldHaveSingleItem().Count.ShouldBe(1);
        facts.AccountName.ShouldBe("Test getsms");
    }

    [Fact]
    public async Task Facts_OfAForeignOrMissingMessage_AreNone()
    {
        (await _queries.FactsAsync(_member, await WriteAsync(_others), default)).ShouldBeNull();
        (await _queries.FactsAsync(_member, long.MaxValue, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Choices_HoldOnlyWhatHoldsAVisibleLine()
    {
        var mine = await store.ScalarAsync<int>($"WITH g AS (INSERT INTO line_group (name) VALUES ('Mine {_hers}') RETURNING id) INSERT INTO line_group_member (group_id, line_id) SELECT id, {_hers} FROM g RETURNING group_id");
        await store.ScalarAsync<int>($"WITH g AS (INSERT INTO line_group (name) VALUES ('Theirs {_others}') RETURNING id) INSERT INTO line_group_member (group_id, line_id) SELECT id, {_others} FROM g RETURNING group_id");

        var choices = await _queries.ChoicesAsync(_member, default);

        choices.Groups.ShouldHaveSingleItem().Id.ShouldBe(mine);
        choices.VendorKeys.ShouldBe(["getsms"]);
        (await _queries.ChoicesAsync(await store.AddMemberAsync(), default)).HasLines.ShouldBeFalse();
    }

    private async Task<bool> UnreadAsync(Viewer viewer, long message) => (await _desk.UnreadAmongAsync(viewer, [message], default)).Contains(message);

    private async Task<long> WriteAsync(long line, string? sender = "Uber", byte[]? hash = null)
    {
        var message = new NewMessage
        {
            AccountId = store.AccountId, LineId = line, IdentityHash = hash ?? RandomNumberGenerator.GetBytes(32), Sender = sender, Body = "text",
            At = DateTimeOffset.UnixEpoch.AddYears(50), Way = ArrivalWay.Poll,
        };
        return (await store.Get<MessageWriter>().WriteAsync([message], default)).Items[0].MessageId;
    }

    // What the feed's channel carries because of an act: notifications of one connection arrive in order, so a mark of our own ends the listening.
    private async Task<IReadOnlyList<string>> ToldAsync(Func<Task> act)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(store.ConnectionString) { Pooling = false }.ConnectionString);
        var told = new List<string>();
        connection.Notification += (_, notification) => told.Add(notification.Payload);
        await connection.OpenAsync();
        await using (var listen = new NpgsqlCommand("LISTEN portal_feed", connection))
        {
            await listen.ExecuteNonQueryAsync();
        }

        await act();
        await store.ScalarAsync<object>("SELECT pg_notify('portal_feed', 'end')");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!told.Contains("end"))
        {
            await connection.WaitAsync(limit.Token);
        }

        return [.. told.Where(payload => payload.Contains(_member.UserId.ToString(), StringComparison.Ordinal))];
    }
}
