using SmsPortal.Vendors;

namespace SmsPortal.Tests.Vendors;

/// <summary>The payload files beside the tests.</summary>
internal static class Payload
{
    public static string Text(string vendor, string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vendors", vendor, "Payloads", name));

    public static VendorAnswer Answer(string vendor, string name, int status = 200) => new(status, Text(vendor, name), CallEffect.None);

    public static VendorAnswer Of(string text, int status = 200, CallEffect effect = CallEffect.None) => new(status, text, effect);
}
