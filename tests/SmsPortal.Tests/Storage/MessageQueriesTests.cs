using System.Security.Cryptography;
using System.Text;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Storage;

public sealed class MessageQueriesTests(StoreFixture store) : IClassFixture<StoreFixture>, IAsyncLifetime
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly Viewer Admin = new(Guid.NewGuid(), SeesAll: true, ReadUpTo: 0);
    private long _hers;
    private long _others;
    private Viewer _member = Admin;

    public async ValueTask InitializeAsync()
    {
        _hers = await store.AddLineAsync("hers-" + Guid.NewGuid().ToString("n")[..6]);
        _others = await store.AddLineAsync("others-" + Guid.NewGuid().ToString("n")[..6]);
        _member = await store.AddMemberAsync(_hers);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_member_sees_the_texts_of_her_lines_only()
    {
        await WriteAsync(_hers, 0, "for her");
        await WriteAsync(_others, 1, "for others");

        (await PageAsync(_member)).Select(message => message.Body).ShouldBe(["for her"]);
        (await store.Get<MessageQueries>().FindAsync(_member, (await PageAsync(Admin, new MessageFilter { LineId = _others })).Single().Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_filter_on_a_foreign_line_shows_nothing()
    {
        await WriteAsync(_others, 1, "for others");
        (await PageAsync(_member, new MessageFilter { LineId = _others })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_hole_or_a_repeat_even_where_times_are_equal()
    {
        for (var i = 0; i < 25; i++)
        {
            await WriteAsync(_hers, i / 3, "text " + i);
        }

        var seen = new List<long>();
        MessagePosition? next = null;
        do
        {
            var page = await store.Get<MessageQueries>().PageAsync(_member, new MessageFilter { LineId = _hers }, next, 7, default);
            seen.AddRange(page.Messages.Select(message => message.Id));
            next = page.Next;
        }
        while (next is not null);

        seen.Count.ShouldBe(25);
        seen.Distinct().Count().ShouldBe(25);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Searching_finds_words_phrases_and_leaves_out_what_is_not_wanted(int who)
    {
        await WriteAsync(_hers, 0, "Your Stripe code is 204-551");
        await WriteAsync(_hers, 1, "Your Uber code is 4821 for 100%");
        var viewer = who == 0 ? _member : Admin;

        (await PageAsync(viewer, new MessageFilter { LineId = _hers, Words = ["stripe"] })).Single().Body.ShouldContain("204-551");
        (await PageAsync(viewer, new MessageFilter { LineId = _hers, Words = ["code"], Without = ["stripe"] })).Single().Body.ShouldContain("4821");
        (await PageAsync(viewer, new MessageFilter { LineId = _hers, Phrases = ["for 100%"] })).Single().Body.ShouldContain("4821");
    }

    [Fact]
    public async Task Unread_is_what_lies_behind_the_marks_and_exceptions_turn_it_round()
    {
        var first = await WriteAsync(_hers, 0, "first");
        var second = await WriteAsync(_hers, 1, "second");
        await WriteAsync(_hers, 2, "history", history: true);
        await ExecuteAsync($"INSERT INTO read_mark (user_id, line_id, read_up_to) VALUES ('{_member.UserId}', {_hers}, {first})");

        (await PageAsync(_member, new MessageFilter { UnreadOnly = true })).Select(message => message.Id).ShouldBe([second]);
        (await store.Get<MessageQueries>().CountUnreadAsync(_member, 100, default)).ShouldBe(1);

        await ExecuteAsync($"INSERT INTO read_exception (user_id, message_id, is_read) VALUES ('{_member.UserId}', {first}, false), ('{_member.UserId}', {second}, true)");
        (await PageAsync(_member, new MessageFilter { UnreadOnly = true })).Select(message => message.Id).ShouldBe([first]);
    }

    [Fact]
    public async Task A_grant_without_history_shows_only_what_came_after_it()
    {
        var before = await WriteAsync(_others, 0, "before the grant");
        await ExecuteAsync($"INSERT INTO access_grant (line_id, user_id, level, with_history, message_id_at_grant, created_at) VALUES ({_others}, '{_member.UserId}', 0, false, {before}, now())");
        await store.Get<AccessWriter>().RefreshAsync(default);
        await WriteAsync(_others, -5, "after the grant, with an older vendor time");

        (await PageAsync(_member, new MessageFilter { LineId = _others })).Select(message => message.Body).ShouldBe(["after the grant, with an older vendor time"]);
    }

    [Fact]
    public async Task Revoking_a_grant_hides_the_line_at_once()
    {
        await WriteAsync(_hers, 0, "for her");
        await ExecuteAsync($"DELETE FROM access_grant WHERE user_id = '{_member.UserId}'");
        await store.Get<AccessWriter>().RefreshAsync(default);
        (await PageAsync(_member)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_filter_at_once_is_a_valid_statement_for_members_and_admins()
    {
        var filter = new MessageFilter
        {
            LineId = _hers, GroupId = 1, VendorKey = "getsms", UnreadOnly = true, WithCodeOnly = true, Incoming = true, Since = Start, Until = Start.AddDays(1), Party = "x", From = "y", To = "z",
            Words = ["a"], Phrases = ["b"], Without = ["c"],
        };
        (await PageAsync(_member, filter)).ShouldBeEmpty();
        (await PageAsync(Admin, filter)).ShouldBeEmpty();
        (await PageAsync(Admin, filter with { LineId = null, GroupId = null, VendorKey = null, To = null })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(310)]
    public async Task A_page_is_the_newest_of_the_viewers_lines_however_many_they_are_and_however_much_others_got(int lines)
    {
        var own = new List<long>();
        for (var i = 0; i < lines; i++)
        {
            own.Add(await store.AddLineAsync(Guid.NewGuid().ToString("n")));
        }

        var viewer = await store.AddMemberAsync([.. own]);
        await FillAsync(own, 120, "2024-01-01", "own");
        await FillAsync([_others], 1_500, "2024-01-02", "noise");

        var first = await store.Get<MessageQueries>().PageAsync(viewer, new MessageFilter(), null, 50, default);
        var second = await store.Get<MessageQueries>().PageAsync(viewer, new MessageFilter(), first.Next, 50, default);

        first.Messages.Concat(second.Messages).Select(message => message.Body).ShouldBe(Enumerable.Range(0, 100).Select(i => $"own {120 - i}"));
    }

    // Texts a second apart, on the lines in turn.
    private Task FillAsync(IReadOnlyList<long> lines, int count, string from, string body) => ExecuteAsync($"""
        INSERT INTO message (id, account_id, line_id, body, stored_at, at, way, verified, history)
        SELECT nextval('message_id_seq'), {store.AccountId}, (ARRAY[{string.Join(',', lines)}]::bigint[])[1 + n % {lines.Count}], '{body} ' || n, now(), '{from}'::timestamptz + n * interval '1 second', 0, true, false
        FROM generate_series(1, {count}) n
        """);

    private async Task<IReadOnlyList<StoredMessage>> PageAsync(Viewer viewer, MessageFilter? filter = null) =>
        (await store.Get<MessageQueries>().PageAsync(viewer, filter ?? new MessageFilter(), null, 50, default)).Messages;

    private async Task<long> WriteAsync(long line, int second, string text, bool history = false) => (await store.Get<MessageWriter>().WriteAsync(
        [
            new NewMessage
            {
                AccountId = store.AccountId, LineId = line, IdentityHash = SHA256.HashData(Encoding.UTF8.GetBytes(line + text)), Sender = "22000", Body = text, At = Start.AddSeconds(second),
                Way = ArrivalWay.Poll, History = history,
            },
        ], default)).Items.Single().MessageId;

    private async Task ExecuteAsync(string sql)
    {
        await using var command = store.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
