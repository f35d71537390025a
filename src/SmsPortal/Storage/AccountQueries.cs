using Microsoft.EntityFrameworkCore;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>Reads vendor accounts. Accounts are an admin's business; no viewer is asked, the callers are the gate, the jobs and admin pages.</summary>
public sealed class AccountQueries(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>All accounts that were not removed, by name.</summary>
    public async Task<IReadOnlyList<VendorAccount>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().Where(account => account.State != AccountState.Removed).OrderBy(account => account.Name).ToListAsync(cancellationToken);
    }

    public async Task<VendorAccount?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken);
    }

    /// <summary>The account whose webhook path has that secret.</summary>
    /// <param name="secretHash">SHA-256 of the secret.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public async Task<VendorAccount?> FindByWebhookAsync(byte[] secretHash, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.WebhookSecretHash == secretHash && account.State != AccountState.Removed, cancellationToken);
    }

    /// <summary>The account that holds the key with that fingerprint.</summary>
    public async Task<VendorAccount?> FindByFingerprintAsync(string fingerprint, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.KeyFingerprint == fingerprint, cancellationToken);
    }

    /// <summary>How one account does.</summary>
    public async Task<AccountHealth?> FindHealthAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccountHealth.AsNoTracking().SingleOrDefaultAsync(health => health.AccountId == accountId, cancellationToken);
    }

    /// <summary>How the accounts do.</summary>
    public async Task<IReadOnlyDictionary<int, AccountHealth>> HealthAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AccountHealth.AsNoTracking().ToDictionaryAsync(health => health.AccountId, cancellationToken);
    }
}
