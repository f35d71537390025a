using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Storage;

public sealed class MessageWriterTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    private MessageWriter Writer => store.Get<MessageWriter>();

    [Fact]
    public async Task A_text_read_twice_is_stored_once_and_the_repeat_is_a_sighting()
    {
        var line = await store.AddLineAsync("twice");
        var first = await Writer.WriteAsync([Message(line, "twice")], default);
        var second = await Writer.WriteAsync([Message(line, "twice", way: ArrivalWay.Poll)], default);

        first.Items.Single().IsNew.ShouldBeTrue();
        second.Items.Single().ShouldBe(new WrittenMessage(first.Items.Single().MessageId, IsNew: false));
        (await store.ScalarAsync<long>($"SELECT count(*) FROM message WHERE line_id = {line}")).ShouldBe(1);
        (await store.ScalarAsync<int>($"SELECT count FROM message_sighting WHERE message_id = {first.Items.Single().MessageId} AND way = 0")).ShouldBe(1);
    }

    [Fact]
    public async Task A_webhooks_text_is_verified_once_a_poll_agrees()
    {
        var line = await store.AddLineAsync("verify");
        var id = (await Writer.WriteAsync([Message(line, "verify", way: ArrivalWay.Webhook)], default)).Items.Single().MessageId;
        (await store.ScalarAsync<bool>($"SELECT verified FROM message WHERE id = {id}")).ShouldBeFalse();

        await Writer.WriteAsync([Message(line, "verify", way: ArrivalWay.Poll)], default);

        (await store.ScalarAsync<bool>($"SELECT verified FROM message WHERE id = {id}")).ShouldBeTrue();
    }

    [Fact]
    public async Task Twins_by_webhook_are_a_redelivery_unless_the_request_differs()
    {
        var line = await store.AddLineAsync("twins");
        (await WriteOneAsync(Message(line, "twin", vendorId: "10", way: ArrivalWay.Webhook))).IsNew.ShouldBeTrue();
        (await WriteOneAsync(Message(line, "twin", vendorId: "10", way: ArrivalWay.Webhook))).IsNew.ShouldBeFalse();
        (await WriteOneAsync(Message(line, "twin", vendorId: "11", way: ArrivalWay.Webhook))).IsNew.ShouldBeTrue();

        // A poll that shows both, and one that shows one, find them again.
        var poll = await Writer.WriteAsync([Message(line, "twin", occurrence: 1), Message(line, "twin", occurrence: 2)], default);
        poll.Items.ShouldAllBe(item => !item.IsNew);
    }

    [Fact]
    public async Task A_text_that_a_poll_found_first_is_taken_over_by_its_webhook()
    {
        var line = await store.AddLineAsync("poll-first");
        var polled = await WriteOneAsync(Message(line, "poll first"));
        (await WriteOneAsync(Message(line, "poll first", vendorId: "20", way: ArrivalWay.Webhook))).ShouldBe(new WrittenMessage(polled.MessageId, IsNew: false));
        (await WriteOneAsync(Message(line, "poll first", vendorId: "21", way: ArrivalWay.Webhook))).IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task True_twins_in_one_answer_are_both_kept()
    {
        var line = await store.AddLineAsync("occurrences");
        var batch = await Writer.WriteAsync([Message(line, "same", occurrence: 1), Message(line, "same", occurrence: 2)], default);
        batch.Items.ShouldAllBe(item => item.IsNew);
    }

    [Fact]
    public async Task The_same_text_twice_in_one_batch_is_stored_once()
    {
        var line = await store.AddLineAsync("in-batch");
        var batch = await Writer.WriteAsync([Message(line, "in batch"), Message(line, "in batch")], default);
        batch.Items[0].IsNew.ShouldBeTrue();
        batch.Items[1].ShouldBe(new WrittenMessage(batch.Items[0].MessageId, IsNew: false));
    }

    [Fact]
    public async Task Ids_follow_the_commit_order_so_that_reading_past_the_last_id_loses_nothing()
    {
        var line = await store.AddLineAsync("order");
        var stop = new CancellationTokenSource();
        var seen = new List<long>();
        var cursor = await store.Get<MessageQueries>().NewestIdAsync(default);
        var reader = Task.Run(async () =>
        {
            var last = false;
            while (true)
            {
                var rows = await store.Get<MessageQueries>().AfterAsync(cursor, 1000, default);
                seen.AddRange(rows.Where(row => row.LineId == line).Select(row => row.Id));
                cursor = rows.Count > 0 ? rows[^1].Id : cursor;
                if (last)
                {
                    return;
                }

                last = stop.IsCancellationRequested;
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                await Writer.WriteAsync([Message(line, $"order {writer} {i}"), Message(line, $"order {writer} {i} b")], default);
            }
        })));
        await stop.CancelAsync();
        await reader;

        seen.Count.ShouldBe(8 * 40 * 2);
        seen.ShouldBe([.. seen.Order()], "a reader that goes on from its last id must meet every row");
    }

    [Fact]
    public async Task A_batch_is_announced_once_and_only_when_something_was_new()
    {
        var line = await store.AddLineAsync("notify");
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await using (var listen = new NpgsqlCommand("LISTEN portal_feed", connection))
        {
            await listen.ExecuteNonQueryAsync();
        }

        var heard = new List<string>();
        connection.Notification += (_, notification) => heard.Add(notification.Payload);
        var batch = await Writer.WriteAsync([.. Enumerable.Range(0, 50).Select(i => Message(line, "notify " + i))], default);
        await Writer.WriteAsync([Message(line, "notify 1", way: ArrivalWay.Poll)], default);
        await Writer.WriteAsync([Message(line, "notify last")], default);
        while (heard.Count < 2)
        {
            await connection.WaitAsync(TimeSpan.FromSeconds(20));
        }

        heard.Where(payload => payload.StartsWith("m:", StringComparison.Ordinal)).Take(2).ShouldBe(["m:" + batch.CursorAfter, "m:" + await store.Get<MessageQueries>().NewestIdAsync(default)]);
    }

    [Fact]
    public async Task History_is_stored_without_an_entry_in_the_outbox()
    {
        var line = await store.AddLineAsync("history");
        var old = await WriteOneAsync(Message(line, "old") with { History = true });
        var fresh = await WriteOneAsync(Message(line, "fresh"));
        (await store.ScalarAsync<long>($"SELECT count(*) FROM outbox WHERE message_id = {old.MessageId}")).ShouldBe(0);
        (await store.ScalarAsync<long>($"SELECT count(*) FROM outbox WHERE message_id = {fresh.MessageId}")).ShouldBe(1);
    }

    private async Task<WrittenMessage> WriteOneAsync(NewMessage message) => (await Writer.WriteAsync([message], default)).Items.Single();

    private NewMessage Message(long line, string text, int occurrence = 1, string? vendorId = null, ArrivalWay way = ArrivalWay.Poll) => new()
    {
        AccountId = store.AccountId, LineId = line, IdentityHash = SHA256.HashData(Encoding.UTF8.GetBytes(line + text)), Occurrence = occurrence, IdentityVendorId = vendorId,
        Sender = "22000", Body = text, At = DateTimeOffset.FromUnixTimeSeconds(1_600_108_956), Way = way,
    };
}
