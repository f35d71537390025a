namespace SmsPortal.Web.Components;

/// <summary>How vendors are named and marked on pages. A key that this build does not know is shown as it is.</summary>
public static class VendorNames
{
    private static readonly Dictionary<string, (string Name, string Mark)> Known = new(StringComparer.Ordinal)
    {
        ["coolsms"] = ("Cool SMS", "CS"),
        ["smspool"] = ("SMSPool", "SP"),
        ["jooksms"] = ("JookSMS", "JK"),
        ["getsms"] = ("GetSMS", "GS"),
        ["smspins"] = ("SMSPins", "PI"),
    };

    /// <summary>All vendors that pages know, by key.</summary>
    public static IReadOnlyCollection<string> Keys => Known.Keys;

    /// <summary>The name for people.</summary>
    public static string Name(string key) => Known.TryGetValue(key, out var vendor) ? vendor.Name : key;

    /// <summary>Two letters.</summary>
    public static string Mark(string key) => Known.TryGetValue(key, out var vendor) ? vendor.Mark : key.Length < 2 ? "??" : key[..2].ToUpperInvariant();
}
