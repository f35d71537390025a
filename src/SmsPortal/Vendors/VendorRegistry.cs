namespace SmsPortal.Vendors;

/// <summary>The vendors that this build knows.</summary>
public sealed class VendorRegistry(IEnumerable<IVendor> vendors)
{
    private readonly Dictionary<string, IVendor> _byKey = vendors.ToDictionary(vendor => vendor.Key, StringComparer.Ordinal);

    /// <summary>All, by name.</summary>
    public IReadOnlyList<IVendor> All { get; } = [.. vendors.OrderBy(vendor => vendor.Name, StringComparer.Ordinal)];

    /// <summary>The vendor with that key, or null.</summary>
    public IVendor? Find(string key) => _byKey.GetValueOrDefault(key);
}
