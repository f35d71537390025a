namespace SmsPortal.Vendors;

/// <summary>The one failure vocabulary over all vendors.</summary>
public enum VendorFailureKind
{
    /// <summary>The key is wrong, expired, or lacks the scope.</summary>
    KeyRejected,

    /// <summary>The balance is too low.</summary>
    NoCredit,

    /// <summary>Nothing to sell just now.</summary>
    NoStock,

    /// <summary>The vendor does not know the thing asked for, or has no such call.</summary>
    NotFound,

    /// <summary>The vendor says no, or not yet.</summary>
    Refused,

    /// <summary>Too many calls; <see cref="VendorFailure.RetryAfter"/> is a floor.</summary>
    RateLimited,

    /// <summary>The vendor cannot be reached or answers 5xx: it will pass.</summary>
    VendorDown,

    /// <summary>A call with effects may have worked: never repeat it blindly.</summary>
    OutcomeUnknown,

    /// <summary>The answer cannot be understood.</summary>
    BadAnswer,
}
