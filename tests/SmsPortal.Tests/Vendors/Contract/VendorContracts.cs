namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>Every vendor's contract, found in this assembly.</summary>
public static class VendorContracts
{
    /// <summary>All, by the vendor's key.</summary>
    public static IReadOnlyDictionary<string, VendorContract> All { get; } = typeof(VendorContracts).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(VendorContract)))
        .Select(type => (VendorContract)Activator.CreateInstance(type)!)
        .OrderBy(contract => contract.Vendor.Key, StringComparer.Ordinal)
        .ToDictionary(contract => contract.Vendor.Key);

    /// <summary>Each vendor in each dialect.</summary>
    public static IEnumerable<(string Vendor, string Dialect)> InEachDialect =>
        from vendor in All.Keys from dialect in VendorContract.Dialects select (vendor, dialect);
}
