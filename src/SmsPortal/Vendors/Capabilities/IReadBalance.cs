namespace SmsPortal.Vendors.Capabilities;

/// <summary>Reads the balance.</summary>
public interface IReadBalance
{
    /// <summary>The balance in the account's currency; no vendor names one.</summary>
    Task<decimal> ReadBalanceAsync(VendorSession session, CancellationToken cancellationToken);
}
