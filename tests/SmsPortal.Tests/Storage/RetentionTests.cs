using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Storage;

/// <summary>What has served its time goes; nothing else does.</summary>
public sealed class RetentionTests(StoreFixture store) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task OldRows_GoAndYoungOnesStay()
    {
        var line = await store.AddLineAsync("1", LineKind.Telephone);
        await RunAsync($"""
            INSERT INTO outbox (message_id, created_at) VALUES (1, now() - interval '3 days'), (2, now());
            INSERT INTO unreadable_post (account_id, received_at, body, reason) VALUES ({store.AccountId}, now() - interval '31 days', 'x', 'old'), ({store.AccountId}, now(), 'x', 'young');
            INSERT INTO sms_check (account_id, line_id, state, requested_at, due_at) VALUES ({store.AccountId}, {line}, 3, now() - interval '3 days', NULL), ({store.AccountId}, {line}, 0, now() - interval '3 days', now());
            """);

        await new Retention(store.Source, TimeProvider.System).RunAsync(CancellationToken.None);

        (await store.ScalarAsync<long>("SELECT message_id FROM outbox")).ShouldBe(2);
        (await store.ScalarAsync<string>("SELECT string_agg(reason, ',') FROM unreadable_post")).ShouldBe("young");
        (await store.ScalarAsync<int>("SELECT sum(state)::int FROM sms_check")).ShouldBe(0);
    }

    [Fact]
    public async Task OrdersThatEnded_AreClosedAlthoughTheListIsEmpty()
    {
        var ended = await store.AddLineAsync("order-1", LineKind.OneTime);
        var open = await store.AddLineAsync("order-2", LineKind.OneTime);
        await RunAsync($"UPDATE phone_line SET expires_at = now() - interval '2 days' WHERE id = {ended}");

        await new Retention(store.Source, TimeProvider.System).RunAsync(CancellationToken.None);

        (await store.ScalarAsync<bool>($"SELECT gone_at IS NOT NULL FROM phone_line WHERE id = {ended}")).ShouldBeTrue();
        (await store.ScalarAsync<bool>($"SELECT gone_at IS NOT NULL FROM phone_line WHERE id = {open}")).ShouldBeFalse();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = store.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
