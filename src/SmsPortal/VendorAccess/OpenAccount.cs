using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>An account with its key open. Lives inside the gate only.</summary>
internal sealed record OpenAccount(VendorAccount Account, IVendor Vendor, VendorSession Session, Redactor Redactor)
{
    public override string ToString() => $"account {Account.Id}";
}
