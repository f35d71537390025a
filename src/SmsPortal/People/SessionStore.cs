using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using SmsPortal.Live;

namespace SmsPortal.People;

/// <summary>
/// One row per sign-in (in Identity's token table, provider <c>Session</c>), so that signing out ends the cookie everywhere, also a copied one. The row's
/// value is when it began (UTC, round-trip form).
/// </summary>
public sealed class SessionStore(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>However often it is renewed, a session ends after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private const string Provider = "Session";

    // What was found open under a scope; the scope is forgotten with every change of the person, and this with it.
    private readonly ConditionalWeakTable<AccessScope, ConcurrentDictionary<string, bool>> _open = [];

    /// <summary>Begins a session; its id goes into the cookie.</summary>
    public async Task<string> BeginAsync(Guid userId, CancellationToken cancellationToken)
    {
        var session = Guid.CreateVersion7().ToString("N");
        await using var command = source.CreateCommand("""
            WITH old AS (DELETE FROM identity_user_tokens WHERE user_id = $1 AND login_provider = $2 AND value < $5)
            INSERT INTO identity_user_tokens (user_id, login_provider, name, value) VALUES ($1, $2, $3, $4)
            """);
        var now = time.GetUtcNow();
        Fill(command, userId, session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Text(now) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Text(now - Longest) });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return session;
    }

    /// <summary>Ends the session and tells every node.</summary>
    public async Task EndAsync(Guid userId, string session, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            WITH gone AS (DELETE FROM identity_user_tokens WHERE user_id = $1 AND login_provider = $2 AND name = $3)
            SELECT pg_notify('portal_feed', 'p:' || $1)
            """);
        Fill(command, userId, session);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether the session is open, remembered as long as the scope is.</summary>
    public async ValueTask<bool> IsOpenAsync(AccessScope scope, string session, CancellationToken cancellationToken)
    {
        var known = _open.GetOrCreateValue(scope);
        if (known.ContainsKey(session))
        {
            return true;
        }

        var open = await StandsAsync(scope.Viewer.UserId, scope.SecurityStamp, session, cancellationToken);
        return open && (known[session] = true);
    }

    /// <summary>Asks the database: the person is not disabled, has this security stamp, and the session is open.</summary>
    public async Task<bool> StandsAsync(Guid userId, string securityStamp, string session, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT 1 FROM identity_user_tokens t JOIN identity_users u ON u.id = t.user_id
            WHERE t.user_id = $1 AND t.login_provider = $2 AND t.name = $3 AND t.value >= $4 AND u.disabled_at IS NULL AND u.security_stamp = $5
            """);
        Fill(command, userId, session);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Text(time.GetUtcNow() - Longest) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = securityStamp });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static void Fill(NpgsqlCommand command, Guid userId, string session)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = userId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Provider });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session });
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
