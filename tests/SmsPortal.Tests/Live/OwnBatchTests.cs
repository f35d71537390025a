using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Live;

/// <summary>What is announced while this node commits a batch of its own.</summary>
public sealed class OwnBatchTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task What_another_node_announces_during_an_own_batch_that_fails_is_handed_out_at_its_end()
    {
        var (feed, subscription) = await StartAsync();
        feed.BeginOwnBatch();

        var theirs = await WriteAsync("theirs");
        await feed.AnnouncedAsync(theirs.CursorAfter, default);
        subscription.Reader.TryRead(out _).ShouldBeFalse();
        await feed.EndOwnBatchAsync(default);

        Ids(subscription).ShouldBe([theirs.CursorAfter]);
    }

    [Fact]
    public async Task Batches_of_two_nodes_that_cross_are_each_handed_out_once()
    {
        var (feed, subscription) = await StartAsync();
        feed.BeginOwnBatch();

        var own = await WriteAsync("own");
        var theirs = await WriteAsync("theirs after ours");
        await feed.AnnouncedAsync(own.CursorAfter, default);
        await feed.AnnouncedAsync(theirs.CursorAfter, default);
        await feed.PublishCommittedAsync(await store.Get<MessageQueries>().AfterAsync(own.CursorBefore, 1, default), own.CursorBefore, own.CursorAfter, default);
        await feed.EndOwnBatchAsync(default);

        Ids(subscription).ShouldBe([own.CursorAfter, theirs.CursorAfter]);
    }

    private async Task<(PortalFeed Feed, FeedSubscription Subscription)> StartAsync()
    {
        var feed = new PortalFeed(store.Get<MessageQueries>(), NullLogger<PortalFeed>.Instance);
        await feed.ReadOnAsync(default);
        return (feed, feed.Subscribe());
    }

    private async Task<WrittenBatch> WriteAsync(string text)
    {
        var line = await store.AddLineAsync("line");
        return await store.Get<MessageWriter>().WriteAsync(
            [new NewMessage { AccountId = store.AccountId, LineId = line, IdentityHash = SHA256.HashData(Encoding.UTF8.GetBytes(Guid.NewGuid() + text)), Body = text, At = DateTimeOffset.UnixEpoch, Way = ArrivalWay.Poll }], default);
    }

    private static List<long> Ids(FeedSubscription subscription)
    {
        var ids = new List<long>();
        while (subscription.Reader.TryRead(out var batch))
        {
            ids.AddRange(batch.Messages.Select(message => message.Id));
        }

        return ids;
    }
}
