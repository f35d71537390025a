namespace SmsPortal.Vendors;

/// <summary>Why a call failed, in the vendor's words where it gave any.</summary>
/// <param name="Kind">The class of the failure; it decides what happens next.</param>
/// <param name="Message">For people: the vendor's complaint as plain text, or ours. Never contains a key.</param>
public sealed record VendorFailure(VendorFailureKind Kind, string Message)
{
    /// <summary>The least time to wait before the next call, when the vendor said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The name of the credential field that is wrong (<see cref="CredentialField.Name"/>), when that is known.</summary>
    public string? Field { get; init; }

    /// <summary>The HTTP status, when there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>The beginning of the answer (at most 2,000 characters), keys redacted.</summary>
    public string? Raw { get; init; }
}
