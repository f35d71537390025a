namespace SmsPortal.VendorAccess;

/// <summary>What an admin types to connect an account. A class: it holds keys and must not print itself.</summary>
public sealed class AccountForm
{
    /// <summary><c>IVendor.Key</c>.</summary>
    public required string VendorKey { get; init; }

    public required string Name { get; init; }

    /// <summary>Values by the names of <c>IVendor.CredentialFields</c>.</summary>
    public required IReadOnlyDictionary<string, string> Credentials { get; init; }

    /// <summary>Replaces the vendor's own address; null or empty = the vendor's own.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>JookSMS: the account's own numbers, the vendor's default first.</summary>
    public IReadOnlyList<string> OwnNumbers { get; init; } = [];
}
