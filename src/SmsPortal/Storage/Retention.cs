using Npgsql;

namespace SmsPortal.Storage;

/// <summary>
/// Takes away what has served its time. Identities of messages stay: the vendors may repeat a text for as long as they keep it.
/// </summary>
public sealed class Retention(NpgsqlDataSource source, TimeProvider time)
{
    private static readonly TimeSpan OfOutbox = TimeSpan.FromDays(2);
    private static readonly TimeSpan OfUnreadablePosts = TimeSpan.FromDays(30);
    private static readonly TimeSpan OfChecks = TimeSpan.FromDays(2);
    private static readonly TimeSpan OfEndedOrders = TimeSpan.FromDays(1);

    /// <summary>One round.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("DELETE FROM outbox WHERE created_at < $1", OfOutbox, cancellationToken);
        await ExecuteAsync("DELETE FROM unreadable_post WHERE received_at < $1", OfUnreadablePosts, cancellationToken);
        await ExecuteAsync("DELETE FROM sms_check WHERE due_at IS NULL AND requested_at < $1", OfChecks, cancellationToken);

        // An account whose last order ended lists nothing any more, and an empty list closes no line; the end that the vendor named does.
        await ExecuteAsync("UPDATE phone_line SET gone_at = expires_at, poll_due_at = NULL WHERE kind = 3 AND gone_at IS NULL AND expires_at < $1", OfEndedOrders, cancellationToken);

        // A poll that was on its way while its account was removed may have opened a line again.
        await ExecuteAsync("UPDATE phone_line l SET gone_at = a.removed_at, poll_due_at = NULL FROM vendor_account a WHERE a.id = l.account_id AND a.state = 2 AND a.removed_at <= $1 AND l.gone_at IS NULL", TimeSpan.Zero, cancellationToken);
    }

    private async Task ExecuteAsync(string sql, TimeSpan age, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (time.GetUtcNow() - age).UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
