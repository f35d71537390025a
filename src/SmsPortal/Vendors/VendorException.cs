namespace SmsPortal.Vendors;

/// <summary>A vendor failure on its way over the one wall between the clients and the gate.</summary>
public sealed class VendorException(VendorFailure failure, Exception? inner = null) : Exception(failure.Message, inner)
{
    public VendorException(VendorFailureKind kind, string message)
        : this(new VendorFailure(kind, message))
    {
    }

    /// <summary>What went wrong.</summary>
    public VendorFailure Failure { get; } = failure;
}
