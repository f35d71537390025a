namespace SmsPortal.Model;

/// <summary>An account at a vendor. Its key is ciphertext here; only the gate opens it.</summary>
public sealed class VendorAccount
{
    public int Id { get; set; }

    /// <summary><c>coolsms</c>, <c>smspool</c>, <c>jooksms</c>, <c>getsms</c> or <c>smspins</c>.</summary>
    public required string VendorKey { get; set; }

    /// <summary>The name that admins gave it.</summary>
    public required string Name { get; set; }

    public AccountState State { get; set; }

    /// <summary>Overrides the vendor's address; null = the vendor's own.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>All credential fields, encrypted with the account's id in the purpose; empty after removal.</summary>
    public string KeyCiphertext { get; set; } = "";

    /// <summary>Keyed hash of vendor and credentials: the same key connected twice is refused. Null after removal.</summary>
    public string? KeyFingerprint { get; set; }

    /// <summary>For people: the last four characters of the secret and any public field, e.g. <c>demo · …-key</c>.</summary>
    public string KeyHint { get; set; } = "";

    /// <summary>ISO currency of balance and prices; no vendor sends one.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>JookSMS: own numbers that an admin declared, the first being the vendor's default. E.164.</summary>
    public string[] OwnNumbers { get; set; } = [];

    /// <summary>SHA-256 of the secret in the webhook path; null = no path was made yet.</summary>
    public byte[]? WebhookSecretHash { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? RemovedAt { get; set; }
}
