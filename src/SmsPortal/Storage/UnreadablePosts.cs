using Npgsql;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Storage;

/// <summary>Keeps posts on a right path that say nothing we know, for admins; the newest few of an account.</summary>
public sealed class UnreadablePosts(NpgsqlDataSource source, TimeProvider time)
{
    private const int KeptPerAccount = 200;

    /// <summary>Stores the raw body and the reason.</summary>
    public async Task KeepAsync(int accountId, WebhookPost post, string reason, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            WITH kept AS (INSERT INTO unreadable_post (account_id, received_at, content_type, body, reason) VALUES (@account, @now, @type, @body, @reason))
            DELETE FROM unreadable_post WHERE account_id = @account AND id <= (SELECT id FROM unreadable_post WHERE account_id = @account ORDER BY id DESC OFFSET {KeptPerAccount - 1} LIMIT 1)
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        command.Parameters.AddWithValue("type", (object?)post.ContentType ?? DBNull.Value);
        command.Parameters.AddWithValue("body", post.Body);
        command.Parameters.AddWithValue("reason", reason);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
