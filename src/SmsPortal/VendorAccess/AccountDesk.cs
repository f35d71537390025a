using Microsoft.Extensions.Options;
using SmsPortal.Http;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.VendorAccess;

/// <summary>What admins do with vendor accounts. A key is tested before it is stored; what the vendor complains of stands at the field that is wrong.</summary>
public sealed class AccountDesk(
    VendorRegistry vendors, VendorGate gate, AccountKeys keys, KeyFingerprints fingerprints, AccountQueries accounts, AccountWriter writer, TimeProvider time, IOptions<OutboundOptions> outbound)
{
    /// <summary>Tests the credentials at the vendor and stores the account.</summary>
    public async Task<AccountResult> ConnectAsync(AccountForm form, CancellationToken cancellationToken)
    {
        if (vendors.Find(form.VendorKey) is not { } vendor)
        {
            return AccountResult.Wrong(AccountResult.Vendor, "Choose a vendor.");
        }

        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = AccountRules.Name(form.Name, errors);
        var currency = AccountRules.Currency(form.Currency, errors);
        var address = string.IsNullOrWhiteSpace(form.BaseAddress) ? null : AccountRules.Address(form.BaseAddress, outbound.Value, errors);
        var numbers = AccountRules.OwnNumbers(form.OwnNumbers, errors);
        var credentials = AccountRules.Credentials(vendor, form.Credentials, errors);
        if (errors.Count > 0)
        {
            return new AccountResult(null, errors);
        }

        var fingerprint = await fingerprints.OfAsync(vendor, credentials, cancellationToken);
        if (await InUseAsync(vendor, fingerprint, cancellationToken) is { } inUse)
        {
            return inUse;
        }

        if (await ComplaintAsync(vendor, address, credentials, cancellationToken) is { } complaint)
        {
            return complaint;
        }

        var id = await writer.NextIdAsync(cancellationToken);
        var account = new VendorAccount
        {
            Id = id, VendorKey = vendor.Key, Name = name!, BaseAddress = address, Currency = currency!, OwnNumbers = numbers!, CreatedAt = time.GetUtcNow(),
            KeyCiphertext = keys.Seal(id, credentials), KeyFingerprint = fingerprint, KeyHint = AccountKeys.Hint(vendor, credentials),
        };
        try
        {
            await writer.InsertAsync(account, cancellationToken);
        }
        catch (KeyInUseException)
        {
            return KeyInUse(vendor, "Another account");
        }

        return AccountResult.Done(id);
    }

    /// <summary>Tests the stored key, passing over a back-off but not over <c>Retry-After</c>.</summary>
    public async Task<AccountResult> TestAsync(int accountId, CancellationToken cancellationToken)
    {
        var outcome = await gate.CallNowAsync(accountId, CheckAsync, cancellationToken);
        return outcome.IsSuccess ? AccountResult.Done(accountId) : Complaint(outcome.Failure);
    }

    /// <summary>Puts a new key in place of the old one, after the new one was tested.</summary>
    public async Task<AccountResult> RotateKeyAsync(int accountId, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(accountId, cancellationToken) is not { State: not AccountState.Removed } account || vendors.Find(account.VendorKey) is not { } vendor)
        {
            return AccountResult.Unknown;
        }

        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var credentials = AccountRules.Credentials(vendor, given, errors);
        if (errors.Count > 0)
        {
            return new AccountResult(null, errors);
        }

        var fingerprint = await fingerprints.OfAsync(vendor, credentials, cancellationToken);
        if (fingerprint == account.KeyFingerprint)
        {
            return AccountResult.Wrong(SecretField(vendor), "This is the key that the account has already.");
        }

        if (await InUseAsync(vendor, fingerprint, cancellationToken) is { } inUse)
        {
            return inUse;
        }

        if (await ComplaintAsync(vendor, account.BaseAddress, credentials, cancellationToken) is { } complaint)
        {
            return complaint;
        }

        try
        {
            return await ChangedAsync(accountId, writer.ReplaceKeyAsync(accountId, keys.Seal(accountId, credentials), fingerprint, AccountKeys.Hint(vendor, credentials), cancellationToken));
        }
        catch (KeyInUseException)
        {
            return KeyInUse(vendor, "Another account");
        }
    }

    /// <summary>No more calls; webhooks are still taken.</summary>
    public Task<AccountResult> PauseAsync(int accountId, CancellationToken cancellationToken) => ChangedAsync(accountId, writer.SetStateAsync(accountId, AccountState.Paused, cancellationToken));

    public Task<AccountResult> ResumeAsync(int accountId, CancellationToken cancellationToken) => ChangedAsync(accountId, writer.SetStateAsync(accountId, AccountState.Active, cancellationToken));

    public async Task<AccountResult> RenameAsync(int accountId, string name, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        return AccountRules.Name(name, errors) is { } clean ? await ChangedAsync(accountId, writer.RenameAsync(accountId, clean, cancellationToken)) : new AccountResult(null, errors);
    }

    /// <summary>Declares the own numbers of an account whose vendor does not list them (JookSMS).</summary>
    public async Task<AccountResult> SetOwnNumbersAsync(int accountId, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        return AccountRules.OwnNumbers(numbers, errors) is { } clean ? await ChangedAsync(accountId, writer.SetOwnNumbersAsync(accountId, clean, cancellationToken)) : new AccountResult(null, errors);
    }

    /// <summary>Erases the key, closes the lines and the webhook path; texts stay under retention.</summary>
    public Task<AccountResult> RemoveAsync(int accountId, CancellationToken cancellationToken) => ChangedAsync(accountId, writer.RemoveAsync(accountId, cancellationToken));

    private async Task<AccountResult> ChangedAsync(int accountId, Task<bool> change)
    {
        var done = await change;
        gate.Forget(accountId);
        return done ? AccountResult.Done(accountId) : AccountResult.Unknown;
    }

    private async Task<AccountResult?> InUseAsync(IVendor vendor, string fingerprint, CancellationToken cancellationToken) =>
        await accounts.FindByFingerprintAsync(fingerprint, cancellationToken) is { } holder ? KeyInUse(vendor, $"The account “{holder.Name}”") : null;

    private async Task<AccountResult?> ComplaintAsync(IVendor vendor, string? address, IReadOnlyDictionary<string, string> credentials, CancellationToken cancellationToken)
    {
        var outcome = await gate.TryAsync(vendor, address is null ? vendor.DefaultBaseAddress : new Uri(address), credentials, CheckAsync, cancellationToken);
        return outcome.IsSuccess ? null : Complaint(outcome.Failure);
    }

    private static async Task<bool> CheckAsync(IVendor vendor, VendorSession session, CancellationToken cancellationToken)
    {
        if (vendor is ICheckAccount check)
        {
            await check.CheckAccountAsync(session, cancellationToken);
        }

        return true;
    }

    private static AccountResult Complaint(VendorFailure failure) => AccountResult.Wrong(failure.Field ?? AccountResult.General, failure.Message);

    private static AccountResult KeyInUse(IVendor vendor, string who) => AccountResult.Wrong(SecretField(vendor), $"{who} has this key already.");

    private static string SecretField(IVendor vendor) => (vendor.CredentialFields.FirstOrDefault(field => field.IsSecret) ?? vendor.CredentialFields[0]).Name;
}
