using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Intake;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Trouble;

/// <summary>R5: senders that repeat themselves, two nodes, and polls that find the same.</summary>
public sealed class RepeatedWebhookTests(PortalFixture portal, ITestOutputHelper output) : IClassFixture<PortalFixture>
{
    private const int Texts = 80;
    private const int AtOnce = 8;

    [Fact]
    public async Task TextsPostedOneToFiveTimesToTwoNodesAndFoundByPolls_AreOneRowAndOnePushEach_AndEveryRepeatIsAnswered200()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var other = await portal.StartNodeAsync();
        using var client = PortalFixture.ClientOf(other);
        var (account, path) = await portal.AddWebhookAccountAsync();
        var nodes = new[] { portal.Node, other };
        await Eventually.TrueAsync(() => nodes.All(node => node.Services.GetRequiredService<PortalFeed>().IsConnected), "both feeds");
        using var here = new FeedRecord(portal.Node.Services.GetRequiredService<PortalFeed>());
        using var there = new FeedRecord(other.Services.GetRequiredService<PortalFeed>());

        var acts = Enumerable.Range(0, Texts).SelectMany(n => Enumerable.Repeat((n, IsPoll: false), random.Next(1, 6)).Append((n, IsPoll: true))).Select(act => (act.n, act.IsPoll, Node: random.Next(2))).ToArray();
        random.Shuffle(acts);
        var answers = new ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(acts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (act, _) =>
        {
            if (act.IsPoll)
            {
                var intake = nodes[act.Node].Services.GetRequiredService<MessageIntake>();
                await intake.TakeInAsync(account, WebhookTexts.AsPolled(act.n).Messages, ArrivalWay.Poll, history: false, CancellationToken.None);
                return;
            }

            using var form = new FormUrlEncodedContent(WebhookTexts.Fields(act.n));
            using var answer = await (act.Node == 0 ? portal.Client : client).PostAsync(new Uri(path, UriKind.Relative), form, CancellationToken.None);
            answers.Add(answer.StatusCode);
        });

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        answers.Count.ShouldBe(acts.Count(act => !act.IsPoll));
        (await CountAsync($"SELECT count(*) FROM message WHERE account_id = {account}")).ShouldBe(Texts);
        (await CountAsync($"SELECT sum(s.count)::bigint FROM message_sighting s JOIN message m ON m.id = s.message_id WHERE m.account_id = {account}")).ShouldBe(acts.Length - Texts, "every repeat is a sighting");
        var all = Enumerable.Range(0, Texts).Select(WebhookTexts.Body).ToList();
        foreach (var tab in new[] { here, there })
        {
            await Eventually.TrueAsync(() => tab.Bodies.Count >= Texts, "every text at the feed");
            tab.Bodies.Order(StringComparer.Ordinal).ShouldBe(all);
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = portal.Node.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
