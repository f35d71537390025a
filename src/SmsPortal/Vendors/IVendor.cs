namespace SmsPortal.Vendors;

/// <summary>The front door of one vendor. What it can do, it says by the capability interfaces it implements; ask with <c>is</c>.</summary>
public interface IVendor
{
    /// <summary>Stable key used in storage and addresses: <c>coolsms</c>, <c>smspool</c>, <c>jooksms</c>, <c>getsms</c>, <c>smspins</c>.</summary>
    string Key { get; }

    /// <summary>The name for people.</summary>
    string Name { get; }

    /// <summary>Two letters for the vendor's mark: CS, SP, JK, GS, PI.</summary>
    string Mark { get; }

    /// <summary>The vendor's own address, ending in a slash; an account may override it.</summary>
    Uri DefaultBaseAddress { get; }

    /// <summary>What an admin types to connect.</summary>
    IReadOnlyList<CredentialField> CredentialFields { get; }

    /// <summary>How often it may be asked.</summary>
    VendorPace Pace { get; }
}
