using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace SmsPortal.People;

/// <summary>
/// Checks e-mail address and password. Five failures in a row lock the account for five minutes. Unknown, disabled and locked names cost the same hash and
/// the same statements as known ones and get the same answer.
/// </summary>
public sealed class SignInDesk(NpgsqlDataSource source, PasswordVault vault, ILookupNormalizer normalizer, TimeProvider time)
{
    /// <summary>Failures in a row until the account is locked.</summary>
    public const int FailuresUntilLocked = 5;

    /// <summary>For how long.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);

    // Counted in one statement: parallel attempts cannot slip past each other.
    private const string CountFailure = """
        UPDATE identity_users SET
            access_failed_count = CASE WHEN access_failed_count + 1 >= $2 THEN 0 ELSE access_failed_count + 1 END,
            lockout_end = CASE WHEN access_failed_count + 1 >= $2 THEN $3 ELSE lockout_end END
        WHERE id = $1
        """;

    /// <summary>The person's id; null when address and password do not fit, or the person is locked or disabled.</summary>
    /// <exception cref="HashQueueFullException">Too many sign-ins at once.</exception>
    public async Task<Guid?> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        if (password.Length > PasswordRules.MaxLength)
        {
            return null; // for every name alike
        }

        var person = await FindAsync(email, cancellationToken);
        var mayEnter = person is { Disabled: false } && !(person.LockedUntil > time.GetUtcNow());
        var result = await vault.VerifyAsync(person?.Hash, password, cancellationToken);
        if (mayEnter && result != PasswordVerificationResult.Failed)
        {
            var better = result == PasswordVerificationResult.SuccessRehashNeeded ? await vault.HashAsync(password, cancellationToken) : null;
            return await WelcomeAsync(person!, better, cancellationToken) ? person!.Id : null;
        }

        // Somebody locked out is not locked for longer by trying again.
        await CountFailureAsync(mayEnter ? person!.Id : Guid.Empty, cancellationToken);
        return null;
    }

    private async Task<Candidate?> FindAsync(string email, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT id, password_hash, disabled_at IS NOT NULL, lockout_end FROM identity_users WHERE normalized_user_name = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = normalizer.NormalizeName(email.Trim()) ?? "" });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Candidate(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetBoolean(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3))
            : null;
    }

    // Only while the hash that was verified is still the person's: a password changed meanwhile wins.
    private async Task<bool> WelcomeAsync(Candidate person, string? better, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            UPDATE identity_users SET access_failed_count = 0, lockout_end = NULL, password_hash = coalesce($3, password_hash)
            WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL AND (lockout_end IS NULL OR lockout_end <= $4)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = person.Hash! });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)better ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private async Task CountFailureAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(CountFailure);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = FailuresUntilLocked });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (time.GetUtcNow() + LockedFor).UtcDateTime });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Candidate(Guid Id, string? Hash, bool Disabled, DateTimeOffset? LockedUntil);
}
