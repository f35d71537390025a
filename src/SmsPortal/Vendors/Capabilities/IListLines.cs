namespace SmsPortal.Vendors.Capabilities;

/// <summary>Lists the lines of an account.</summary>
public interface IListLines
{
    /// <summary>All lines the vendor shows, and for which kinds the list is complete.</summary>
    Task<VendorLines> ListLinesAsync(VendorSession session, CancellationToken cancellationToken);
}
