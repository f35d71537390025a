using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>Seals the credentials of an account, and opens them for the gate. The account's id is in the purpose, so that a ciphertext moved to another row is refused.</summary>
public sealed class AccountKeys(IDataProtectionProvider protection)
{
    private const string Purpose = "SmsPortal.VendorAccount";

    /// <summary>All credential fields as one ciphertext.</summary>
    public string Seal(int accountId, IReadOnlyDictionary<string, string> fields) => Protector(accountId).Protect(JsonSerializer.Serialize(fields));

    /// <summary>The credentials in clear. Called by the gate only.</summary>
    /// <exception cref="VendorException">KeyRejected when the ciphertext cannot be opened: altered, moved, or the key ring is another one.</exception>
    internal VendorCredentials Reveal(VendorAccount account)
    {
        try
        {
            var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(Protector(account.Id).Unprotect(account.KeyCiphertext)) ?? [];
            return ToCredentials(fields);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException or FormatException)
        {
            throw new VendorException(VendorFailureKind.KeyRejected, "The stored key cannot be opened with this portal's master key. Enter the key again.");
        }
    }

    /// <summary>What people see of a key: the public fields and the last four characters of the secret, e.g. <c>demo · …-key</c>.</summary>
    public static string Hint(IVendor vendor, IReadOnlyDictionary<string, string> fields)
    {
        var shown = vendor.CredentialFields.Where(field => !field.IsSecret && fields.ContainsKey(field.Name)).Select(field => fields[field.Name]);
        var secret = vendor.CredentialFields.Where(field => field.IsSecret && fields.ContainsKey(field.Name)).Select(field => fields[field.Name]).LastOrDefault();

        // Four characters of a short key would be half of it.
        return string.Join(" · ", [.. shown, .. secret is null ? Array.Empty<string>() : [secret.Length >= 12 ? "…" + secret[^4..] : "…"]]);
    }

    internal static VendorCredentials ToCredentials(IReadOnlyDictionary<string, string> fields) =>
        new(fields.ToDictionary(field => field.Key, field => new Vendors.Secret(field.Value), StringComparer.Ordinal));

    private IDataProtector Protector(int accountId) => protection.CreateProtector(Purpose, accountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
