using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Trouble;

/// <summary>R3: what is not committed is neither acknowledged nor shown.</summary>
public sealed class AcknowledgedMeansDurableTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const int RoundTrips = 50;

    [Fact]
    public async Task ATextWhoseCommitIsHeldUp_IsNeitherAnsweredNorPushed_UntilItIsCommitted()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        using var seen = new FeedRecord(portal.Node.Services.GetRequiredService<PortalFeed>());
        await using var other = new NpgsqlConnection(portal.ConnectionString);
        await other.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await ExecuteAsync(other, "LOCK TABLE message IN SHARE MODE"); // its insert waits

        var answer = portal.Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(WebhookTexts.Fields(1)));
        await Eventually.TrueAsync(async () => await CountAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'message'::regclass") > 0 || answer.IsCompleted, "the insert to wait");
        for (var i = 0; i < RoundTrips; i++)
        {
            (await portal.Client.GetAsync(new Uri("livez", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK); // the portal had time to answer others
        }

        answer.IsCompleted.ShouldBeFalse("nothing is durable yet");
        seen.Bodies.ShouldBeEmpty();
        (await CountAsync($"SELECT count(*) FROM message WHERE account_id = {account}")).ShouldBe(0);

        await holding.CommitAsync();
        (await answer).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.TrueAsync(() => seen.Bodies.Count > 0, "the push");
        seen.Bodies.ShouldBe([WebhookTexts.Body(1)]);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = portal.Node.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
