using Microsoft.EntityFrameworkCore;
using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>Reads vendor accounts for admin pages, the viewer first; who is no admin gets empty answers. Removed accounts are not shown.</summary>
public sealed class AccountOverviewQueries(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>All accounts, by name.</summary>
    public async Task<IReadOnlyList<AccountOverview>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.SeesAll)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Read(db, db.Accounts).ToListAsync(cancellationToken);
    }

    /// <summary>One account; null when there is none, or not for this viewer.</summary>
    public async Task<AccountOverview?> FindAsync(Viewer viewer, int accountId, CancellationToken cancellationToken)
    {
        if (!viewer.SeesAll)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Read(db, db.Accounts.Where(account => account.Id == accountId)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The newest posts on the account's webhook address that could not be read.</summary>
    public async Task<IReadOnlyList<UnreadablePost>> UnreadableAsync(Viewer viewer, int accountId, int take, CancellationToken cancellationToken)
    {
        if (!viewer.SeesAll)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UnreadablePosts.AsNoTracking().Where(post => post.AccountId == accountId).OrderByDescending(post => post.Id).Take(take).ToListAsync(cancellationToken);
    }

    private static IQueryable<AccountOverview> Read(PortalDb db, IQueryable<VendorAccount> accounts) =>
        from account in accounts.AsNoTracking()
        join health in db.AccountHealth.AsNoTracking() on account.Id equals health.AccountId
        where account.State != AccountState.Removed
        orderby account.Name, account.Id
        select new AccountOverview
        {
            Id = account.Id,
            VendorKey = account.VendorKey,
            Name = account.Name,
            State = account.State,
            BaseAddress = account.BaseAddress,
            KeyHint = account.KeyHint,
            Currency = account.Currency,
            OwnNumbers = account.OwnNumbers,
            HasWebhook = account.WebhookSecretHash != null,
            CreatedAt = account.CreatedAt,
            Health = health,
            OpenLines = db.Lines.Count(line => line.AccountId == account.Id && line.GoneAt == null),
            GoneLines = db.Lines.Count(line => line.AccountId == account.Id && line.GoneAt != null),
            UnreadablePosts = db.UnreadablePosts.Count(post => post.AccountId == account.Id),
        };
}
