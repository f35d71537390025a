using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>
/// Tells whether two accounts hold the same key without opening either: a keyed hash. Its key is random and lies sealed in the settings, so that a database dump
/// alone cannot be searched for keys that somebody knows.
/// </summary>
public sealed class KeyFingerprints(IDataProtectionProvider protection, SettingStore settings)
{
    private const string Setting = "key-fingerprint";
    private byte[]? _key;

    /// <summary>
    /// The fingerprint of vendor and secret fields. Public fields are left out: GetSMS takes a user name or an e-mail for the same key.
    /// </summary>
    public async Task<string> OfAsync(IVendor vendor, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var key = _key ??= await ReadKeyAsync(cancellationToken);
        var secrets = vendor.CredentialFields.Where(field => field.IsSecret).Select(field => field.Name).Order(StringComparer.Ordinal).Select(name => fields.GetValueOrDefault(name)?.Trim());
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(VendorIdentity.Join([vendor.Key, .. secrets]))));
    }

    private async Task<byte[]> ReadKeyAsync(CancellationToken cancellationToken)
    {
        var protector = protection.CreateProtector("SmsPortal.KeyFingerprint");
        var stored = await settings.GetAsync(Setting, cancellationToken)
            ?? await settings.GetOrAddAsync(Setting, protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))), cancellationToken);
        return Convert.FromBase64String(protector.Unprotect(stored));
    }
}
