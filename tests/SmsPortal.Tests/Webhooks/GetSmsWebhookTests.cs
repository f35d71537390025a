using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Webhooks;

/// <summary>The thinnest whole thing: a vendor's post, durable, at the feed of every node.</summary>
public sealed class GetSmsWebhookTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Text = "G-804036 is your Google verification code.";
    private int _id = Random.Shared.Next(10_000_000, 19_000_000);

    [Theory]
    [InlineData("form")]
    [InlineData("json")]
    public async Task A_post_is_stored_with_its_code_and_reaches_the_feed_of_both_nodes(string encoding)
    {
        var other = await portal.StartNodeAsync();
        using var here = portal.Node.Services.GetRequiredService<PortalFeed>().Subscribe();
        using var there = other.Services.GetRequiredService<PortalFeed>().Subscribe();
        await ConnectedAsync(other);
        var (account, path) = await portal.AddWebhookAccountAsync();

        (await PostAsync(path, Fields(Text), encoding)).StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var subscription in new[] { here, there })
        {
            var message = await NextAsync(subscription, account);
            message.Body.ShouldBe(Text);
            message.Code.ShouldBe("G-804036");
            message.Sender.ShouldBe("22000");
            message.Verified.ShouldBeFalse();
        }

        await portal.StopNodeAsync(other);
    }

    [Fact]
    public async Task A_wrong_path_is_not_found_and_leaves_no_row()
    {
        var before = await CountAsync("message") + await CountAsync("unreadable_post");
        (await PostAsync("/hooks/getsms/" + new string('a', 43), Fields(Text), "form")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync("message") + await CountAsync("unreadable_post")).ShouldBe(before);
    }

    [Fact]
    public async Task A_right_secret_under_another_vendor_is_not_found()
    {
        var (_, path) = await portal.AddWebhookAccountAsync();
        (await PostAsync(path.Replace("getsms", "smspool", StringComparison.Ordinal), Fields(Text), "form")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_post_that_is_sent_again_is_answered_200_and_stored_once()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        var fields = Fields(Text);
        for (var i = 0; i < 4; i++)
        {
            (await PostAsync(path, fields, i % 2 == 0 ? "form" : "json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await CountAsync($"message WHERE account_id = {account}")).ShouldBe(1);
        (await CountAsync($"message_sighting s JOIN message m ON m.id = s.message_id AND m.account_id = {account} AND s.count = 3")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_event_is_kept_for_admins_and_answered_200()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        (await PostAsync(path, new Dictionary<string, string> { ["event"] = "number_retired" }, "json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CountAsync($"unreadable_post WHERE account_id = {account} AND reason LIKE '%number_retired%'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_post_that_is_too_large_is_refused()
    {
        var (_, path) = await portal.AddWebhookAccountAsync();
        using var answer = await portal.Client.PostAsync(path, new StringContent(new string('x', 70_000)));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_won_bid_gets_a_line_that_its_text_then_hangs_from()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        var id = (++_id).ToString(CultureInfo.InvariantCulture);
        await PostAsync(path, new Dictionary<string, string> { ["event"] = "priority_request", ["status"] = "ok", ["id"] = id, ["mdn"] = "15302286946", ["service"] = "Amazon", ["price"] = "0.60" }, "form");
        await PostAsync(path, Fields("551858 is your Amazon OTP", id, "15302286946"), "json");
        (await CountAsync($"message m JOIN phone_line l ON l.id = m.line_id WHERE l.line_key = 'request:{id}' AND l.service = 'Amazon' AND l.e164 = '+15302286946' AND m.account_id = {account}")).ShouldBe(1);
    }

    [Fact]
    public async Task Text_that_postgresql_cannot_hold_is_stored_with_its_original()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        (await PostAsync(path, Fields("null \0 byte"), "json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CountAsync($"message WHERE account_id = {account} AND body = U&'null \\FFFD byte' AND original_body IS NOT NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task Absurdly_long_texts_keys_and_numbers_are_stored_and_do_not_stop_the_door()
    {
        var (account, path) = await portal.AddWebhookAccountAsync();
        var words = string.Join(' ', Enumerable.Range(0, 8_000).Select(i => "w" + i.ToString(CultureInfo.InvariantCulture)));
        (await PostAsync(path, Fields(words, id: new string('7', 3_000), to: new string('8', 3_000)), "json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(path, Fields(Text), "json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CountAsync($"message WHERE account_id = {account}")).ShouldBe(2);
    }

    private static async Task ConnectedAsync(Microsoft.AspNetCore.Builder.WebApplication node)
    {
        using var give = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!node.Services.GetRequiredService<PortalFeed>().IsConnected)
        {
            await Task.Delay(20, give.Token);
        }
    }

    private static async Task<StoredMessage> NextAsync(FeedSubscription subscription, int account)
    {
        using var give = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var batch in subscription.Reader.ReadAllAsync(give.Token))
        {
            if (batch.Messages.FirstOrDefault(message => message.AccountId == account) is { } message)
            {
                return message;
            }
        }

        throw new InvalidOperationException("The feed ended.");
    }

    private Dictionary<string, string> Fields(string text, string? id = null, string to = "18503814729") => new()
    {
        ["event"] = "incoming_message", ["id"] = id ?? (++_id).ToString(CultureInfo.InvariantCulture), ["timestamp"] = "1600108956", ["date_time"] = "2020-09-14 14:42:36 EDT", ["from"] = "22000", ["to"] = to,
        ["service"] = "Google", ["reply"] = text, ["pin"] = "", ["price"] = "1.20",
    };

    private Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string encoding) =>
        encoding == "form" ? portal.Client.PostAsync(path, new FormUrlEncodedContent(fields)) : portal.Client.PostAsJsonAsync(path, fields);

    private async Task<long> CountAsync(string what)
    {
        await using var command = portal.Node.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT count(*) FROM " + what);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
