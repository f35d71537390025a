using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>A request was not sent, because another call of the account met <c>Retry-After</c> meanwhile. Not a failure of its own.</summary>
internal sealed class LaneHeldException(VendorFailure failure) : Exception(failure.Message)
{
    public VendorFailure Failure { get; } = failure;
}
