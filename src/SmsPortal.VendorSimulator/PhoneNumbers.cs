using System.Globalization;

namespace SmsPortal.VendorSimulator;

/// <summary>Numbers that belong to nobody: 555-0100 to 555-0199 in every area code.</summary>
internal static class PhoneNumbers
{
    public static IReadOnlyList<(string AreaCode, string State)> Areas { get; } =
    [
        ("212", "NY"), ("415", "CA"), ("305", "FL"), ("312", "IL"), ("512", "TX"), ("206", "WA"),
        ("617", "MA"), ("702", "NV"), ("213", "CA"), ("404", "GA"), ("303", "CO"), ("602", "AZ"),
    ];

    /// <summary>Ten digits; the area codes above come first, made-up ones carry larger accounts.</summary>
    public static string TenDigits(int index)
    {
        var area = index / 100;
        var code = area < Areas.Count ? Areas[area].AreaCode : (620 + area).ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{code}55501{index % 100:00}");
    }
}
