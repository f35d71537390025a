using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>Makes and changes vendor accounts; each change is told to every node as <c>a:ID</c>.</summary>
public sealed class AccountWriter(NpgsqlDataSource source, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    /// <summary>An id for an account to be: its key is sealed under it before the row exists.</summary>
    public async Task<int> NextIdAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT nextval(pg_get_serial_sequence('vendor_account', 'id'))::int");
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Stores a new account with an empty health row.</summary>
    /// <exception cref="KeyInUseException">Another account holds the same key.</exception>
    public async Task InsertAsync(VendorAccount account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Accounts.Add(account);
        db.AccountHealth.Add(new AccountHealth { AccountId = account.Id, LastSuccessAt = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new KeyInUseException();
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_notify('portal_feed', 'a:' || {account.Id})", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Replaces the key; failure and back-off of the old one end, and everything is due.</summary>
    /// <exception cref="KeyInUseException">Another account holds the same key.</exception>
    public async Task<bool> ReplaceKeyAsync(int accountId, string ciphertext, string fingerprint, string hint, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeAsync(accountId, """
                key_ciphertext = @ciphertext, key_fingerprint = @fingerprint, key_hint = @hint
                """, """
                , fresh AS (UPDATE account_health SET failure_kind = NULL, failure_message = NULL, consecutive_failures = 0, blocked_until = NULL, next_poll_at = @now, balance_at = NULL
                            WHERE account_id = (SELECT id FROM changed))
                """, parameters =>
            {
                parameters.AddWithValue("ciphertext", ciphertext);
                parameters.AddWithValue("fingerprint", fingerprint);
                parameters.AddWithValue("hint", hint);
            }, cancellationToken);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new KeyInUseException();
        }
    }

    /// <summary>Pauses or resumes. False when there is no such account.</summary>
    public Task<bool> SetStateAsync(int accountId, AccountState state, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "state = @state", ", fresh AS (UPDATE account_health SET next_poll_at = @now WHERE account_id = (SELECT id FROM changed))", parameters => parameters.AddWithValue("state", (int)state), cancellationToken);

    /// <summary>Points the account to another address; null = the vendor's own.</summary>
    public Task<bool> SetBaseAddressAsync(int accountId, string? address, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "base_address = @address", "", parameters => parameters.Add(new NpgsqlParameter("address", NpgsqlDbType.Text) { Value = (object?)address ?? DBNull.Value }), cancellationToken);

    public Task<bool> RenameAsync(int accountId, string name, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "name = @name", "", parameters => parameters.AddWithValue("name", name), cancellationToken);

    public Task<bool> SetOwnNumbersAsync(int accountId, string[] numbers, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "own_numbers = @numbers", "", parameters => parameters.AddWithValue("numbers", numbers), cancellationToken);

    /// <summary>Sets the hash of the secret in the webhook path; null closes it.</summary>
    public Task<bool> SetWebhookAsync(int accountId, byte[]? secretHash, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "webhook_secret_hash = @hash", "", parameters => parameters.Add(new NpgsqlParameter("hash", NpgsqlDbType.Bytea) { Value = (object?)secretHash ?? DBNull.Value }), cancellationToken);

    /// <summary>Erases the key and the webhook path and closes the lines; the texts stay under retention.</summary>
    public Task<bool> RemoveAsync(int accountId, CancellationToken cancellationToken) =>
        ChangeAsync(accountId, "state = 2, removed_at = @now, key_ciphertext = '', key_fingerprint = NULL, key_hint = '', webhook_secret_hash = NULL", """
            , closed AS (UPDATE phone_line SET gone_at = coalesce(gone_at, @now), poll_due_at = NULL, poll_lease = NULL, poll_lease_until = NULL, watched_until = NULL, auto_check_wanted = false, auto_check_since = NULL
                         WHERE account_id = (SELECT id FROM changed))
            , stopped AS (UPDATE sms_check SET due_at = NULL, ended_at = coalesce(ended_at, @now), note = coalesce(note, 'The account was removed.')
                          WHERE account_id = (SELECT id FROM changed) AND due_at IS NOT NULL)
            , told_lines AS MATERIALIZED (SELECT pg_notify('portal_feed', 'l:*') FROM changed)
            , health AS (UPDATE account_health SET failure_kind = NULL, failure_message = NULL, blocked_until = NULL, next_poll_at = NULL FROM told_lines WHERE account_id = @account)
            """, static _ => { }, cancellationToken);

    private async Task<bool> ChangeAsync(int accountId, string set, string also, Action<NpgsqlParameterCollection> fill, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"""
            WITH changed AS (UPDATE vendor_account SET {set} WHERE id = @account AND state <> 2 RETURNING id)
            {also}
            , told AS MATERIALIZED (SELECT pg_notify('portal_feed', 'a:' || id) AS done FROM changed)
            SELECT count(*) > 0, @now::timestamptz FROM told
            """);
        command.Parameters.AddWithValue("account", accountId);
        command.Parameters.AddWithValue("now", time.GetUtcNow().UtcDateTime);
        fill(command.Parameters);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

/// <summary>Another account holds the same key.</summary>
public sealed class KeyInUseException() : Exception("Another account holds the same key.");
