namespace SmsPortal.VendorSimulator;

/// <summary>What the control API can do with any vendor.</summary>
public interface IVendorWorld
{
    string Vendor { get; }

    IssuedText Deliver(Delivery delivery);

    /// <summary>Adds an account and returns its name.</summary>
    string AddAccount(NewAccount account);

    /// <summary>Where a random arrival could go.</summary>
    Delivery RandomDelivery(string from, string text, string service);

    /// <summary>A text of the past, as if it had arrived and been read then.</summary>
    void AddHistory(DateTimeOffset at, string from, string text, string service);
}
