using Npgsql;
using SmsPortal.Vendors;

namespace SmsPortal.Storage;

/// <summary>Keeps what people look at: a watched line and an account with an open Inbox are polled sooner, never sooner than the vendor's floor since the last poll.</summary>
public sealed class WatchedLines(NpgsqlDataSource source)
{
    /// <summary>Whether somebody waits on a line of the account.</summary>
    public async Task<bool> AnyAsync(int accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT EXISTS (SELECT 1 FROM phone_line WHERE account_id = $1 AND watched_until > $2 AND gone_at IS NULL)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = accountId });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Lines that somebody on this node watches; returns when each of their accounts is due.</summary>
    public Task<IReadOnlyList<AccountDue>> WatchAsync(IReadOnlyCollection<long> lines, IReadOnlyCollection<IVendor> vendors, double paceFactor, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => WriteAsync("""
        WITH floor AS (SELECT * FROM unnest(@vendors, @watched) AS f(vendor_key, seconds)),
        line AS (
            UPDATE phone_line l SET watched_until = greatest(l.watched_until, @until),
                poll_due_at = CASE WHEN l.poll_due_at IS NOT NULL THEN least(l.poll_due_at, greatest(@now, coalesce(l.polled_at + make_interval(secs => f.seconds), @now))) END
            FROM vendor_account a JOIN floor f ON f.vendor_key = a.vendor_key
            WHERE l.id = ANY (@ids) AND l.gone_at IS NULL AND a.id = l.account_id AND a.state = 0
            RETURNING l.account_id, l.poll_due_at, f.seconds),
        account AS (
            UPDATE account_health h SET next_poll_at = least(h.next_poll_at, greatest(@now, coalesce(h.messages_read_at + make_interval(secs => x.seconds), h.next_poll_at)))
            FROM (SELECT account_id, min(seconds) AS seconds FROM line GROUP BY account_id) x WHERE h.account_id = x.account_id
            RETURNING h.account_id, h.next_poll_at, h.blocked_until)
        SELECT a.account_id, greatest(least(min(l.poll_due_at), a.next_poll_at), a.blocked_until) FROM account a JOIN line l ON l.account_id = a.account_id GROUP BY a.account_id, a.next_poll_at, a.blocked_until
        """, [.. lines], vendors, vendor => vendor.Pace.Watched * paceFactor, now, until, cancellationToken);

    /// <summary>Accounts whose lines somebody on this node has in an open Inbox (null = all); returns when each is due.</summary>
    public Task<IReadOnlyList<AccountDue>> OpenInboxAsync(IReadOnlyCollection<long>? lines, IReadOnlyCollection<IVendor> vendors, double paceFactor, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => WriteAsync($"""
        WITH floor AS (SELECT * FROM unnest(@vendors, @watched) AS f(vendor_key, seconds)),
        account AS (
            UPDATE account_health h SET inbox_open_until = greatest(h.inbox_open_until, @until),
                next_poll_at = least(h.next_poll_at, greatest(@now, coalesce(h.messages_read_at + make_interval(secs => f.seconds), h.next_poll_at)))
            FROM vendor_account a JOIN floor f ON f.vendor_key = a.vendor_key
            WHERE a.id = h.account_id AND a.state = 0 {(lines is null ? "" : "AND a.id IN (SELECT account_id FROM phone_line WHERE id = ANY (@ids))")}
            RETURNING h.account_id, h.next_poll_at, h.blocked_until, f.seconds),
        line AS (
            UPDATE phone_line l SET poll_due_at = greatest(@now, l.polled_at + make_interval(secs => a.seconds))
            FROM account a WHERE l.account_id = a.account_id AND l.gone_at IS NULL AND l.poll_due_at > @now AND l.poll_due_at > l.polled_at + make_interval(secs => a.seconds * 1.1) AND l.poll_failure IS NULL
            RETURNING l.account_id, l.poll_due_at)
        SELECT a.account_id, greatest(least((SELECT min(poll_due_at) FROM line l WHERE l.account_id = a.account_id), a.next_poll_at), a.blocked_until) FROM account a
        """, [.. lines ?? []], vendors, vendor => vendor.Pace.InboxOpen * paceFactor, now, until, cancellationToken);

    private async Task<IReadOnlyList<AccountDue>> WriteAsync(string sql, long[] lines, IReadOnlyCollection<IVendor> vendors, Func<IVendor, TimeSpan> floor, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue("ids", lines);
        command.Parameters.AddWithValue("vendors", vendors.Select(vendor => vendor.Key).ToArray());
        command.Parameters.AddWithValue("watched", vendors.Select(vendor => floor(vendor).TotalSeconds).ToArray());
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("until", until.UtcDateTime);
        var due = new List<AccountDue>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new AccountDue(reader.GetInt32(0), reader.IsDBNull(1) ? now : reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return due;
    }
}

/// <summary>When something of an account is due.</summary>
public sealed record AccountDue(int AccountId, DateTimeOffset DueAt);
