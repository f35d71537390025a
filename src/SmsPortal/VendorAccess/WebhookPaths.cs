using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.VendorAccess;

/// <summary>
/// The secret in an account's webhook path is its authentication: 256 bits, shown once, stored as SHA-256. A path is looked up by that hash, so the time a look-up
/// takes says nothing of the secret.
/// </summary>
public sealed class WebhookPaths(AccountQueries accounts, AccountWriter writer, TimeProvider time)
{
    private const int SecretBytes = 32;
    private const int LongestSecret = 200;
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (VendorAccount Account, long ReadAt)> _known = new(StringComparer.Ordinal);

    /// <summary>Makes a new secret for the account; the old one ends (on other nodes within ten seconds).</summary>
    /// <returns>The secret in clear, this once; null when there is no such account.</returns>
    public async Task<string?> RenewAsync(int accountId, CancellationToken cancellationToken)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var done = await writer.SetWebhookAsync(accountId, Hash(secret), cancellationToken);
        Forget(accountId);
        return done ? secret : null;
    }

    /// <summary>Closes the account's path.</summary>
    public async Task CloseAsync(int accountId, CancellationToken cancellationToken)
    {
        await writer.SetWebhookAsync(accountId, null, cancellationToken);
        Forget(accountId);
    }

    /// <summary>The account whose path has that secret; null = answer 404 and keep nothing. Paused accounts are found, removed ones are not.</summary>
    public async ValueTask<VendorAccount?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        // A secret has 43 characters; a novel is not worth a hash.
        if (secret.Length is 0 or > LongestSecret)
        {
            return null;
        }

        var hash = Hash(secret);
        var key = Convert.ToHexString(hash);
        if (_known.TryGetValue(key, out var known) && time.GetElapsedTime(known.ReadAt) < KeptFor)
        {
            return known.Account;
        }

        var account = await accounts.FindByWebhookAsync(hash, cancellationToken);
        if (account is null)
        {
            _known.TryRemove(key, out _);
            return null;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[key] = (account, time.GetTimestamp());
        return account;
    }

    /// <summary>The account changed: look its path up again.</summary>
    public void Forget(int accountId)
    {
        foreach (var (key, known) in _known)
        {
            if (known.Account.Id == accountId)
            {
                _known.TryRemove(key, out _);
            }
        }
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
