namespace SmsPortal.Model;

/// <summary>What decides that a message is known. Outlives its message: retention must not make old texts come back as new.</summary>
public sealed class MessageIdentity
{
    public int AccountId { get; set; }

    /// <summary>SHA-256 of the identity's text.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>Which of several equal ones.</summary>
    public int Occurrence { get; set; }

    /// <summary>The request id of a GetSMS webhook, which alone tells true twins apart.</summary>
    public string? VendorId { get; set; }

    public long MessageId { get; set; }
    public DateTimeOffset SeenAt { get; set; }
}
