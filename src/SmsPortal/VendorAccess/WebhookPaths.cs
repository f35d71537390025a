using System.Security.Cryptography;
using System.Text;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.VendorAccess;

/// <summary>Finds the account of a webhook path by its secret.</summary>
public sealed class WebhookPaths(AccountQueries accounts)
{
    /// <summary>The account, or null for a wrong secret.</summary>
    public Task<VendorAccount?> FindAsync(string secret, CancellationToken cancellationToken) =>
        accounts.FindByWebhookAsync(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), cancellationToken);
}
