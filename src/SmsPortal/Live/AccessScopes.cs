using System.Collections.Concurrent;
using SmsPortal.Storage;

namespace SmsPortal.Live;

/// <summary>
/// Who may see what, per node: read once per person, forgotten when a grant, a role or the person changes (told by the feed), and after a minute anyway; after seconds while nothing can be told.
/// </summary>
public sealed class AccessScopes(AccessQueries queries, PortalFeed feed, TimeProvider time)
{
    private static readonly TimeSpan Net = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NetWhileCut = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<Guid, AccessScope> _scopes = new();
    private int _version;

    /// <summary>The person's scope; null when unknown or disabled.</summary>
    public async ValueTask<AccessScope?> GetAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_scopes.TryGetValue(userId, out var known) && now - known.ReadAt < (feed.IsConnected ? Net : NetWhileCut))
        {
            return known;
        }

        var version = Volatile.Read(ref _version);
        if (await queries.ViewerAsync(userId, cancellationToken) is not { } person)
        {
            _scopes.TryRemove(userId, out _);
            return null;
        }

        var lines = person.Viewer.SeesAll ? null : await queries.ScopeAsync(person.Viewer, cancellationToken);
        var scope = new AccessScope(person.Viewer, person.SecurityStamp, lines, now);
        _scopes[userId] = scope;

        // A change that was told while we read may be newer than what we read.
        if (version != Volatile.Read(ref _version))
        {
            _scopes.TryRemove(userId, out _);
        }

        return scope;
    }

    internal void Forget(string userId)
    {
        Interlocked.Increment(ref _version);
        if (Guid.TryParse(userId, out var person))
        {
            _scopes.TryRemove(person, out _);
        }
        else
        {
            _scopes.Clear();
        }
    }
}

/// <summary>What a person may see, as of <paramref name="ReadAt"/>.</summary>
/// <param name="Viewer">The person.</param>
/// <param name="SecurityStamp">Changes with the password and "sign out everywhere".</param>
/// <param name="Lines">The lines granted; null = all.</param>
/// <param name="ReadAt">When it was read (UTC).</param>
public sealed record AccessScope(Viewer Viewer, string SecurityStamp, IReadOnlyDictionary<long, LineScope>? Lines, DateTimeOffset ReadAt)
{
    /// <summary>Whether the person may see the message: the feed's form of the one predicate.</summary>
    public bool Sees(StoredMessage message) => Lines is null || (Lines.TryGetValue(message.LineId, out var line) && message.Id > line.VisibleAfter);
}
