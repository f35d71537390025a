using SmsPortal.Tests.Support;

namespace SmsPortal.BrowserTests.Support;

/// <summary>
/// The portal's program: published in the folder that SMSPORTAL_TEST_PUBLISHED names, else as it was built with these tests. Built output finds its assets
/// in the sources, which it does in the Development environment only.
/// </summary>
internal static class PortalFiles
{
    private static readonly string? Published = System.Environment.GetEnvironmentVariable("SMSPORTAL_TEST_PUBLISHED") is { Length: > 0 } named ? named : null;

    public static string Folder { get; } = Published ?? Path.Combine(Repository.Root, "src", "SmsPortal.Web", "bin", BuiltAs);

    public static string Program { get; } = Path.Combine(Folder, "SmsPortal.Web.dll");

    public static string Environment { get; } = Published is null ? "Development" : "Production";

    // .../tests/SmsPortal.BrowserTests/bin/Debug/net10.0/ → Debug/net10.0
    private static string BuiltAs
    {
        get
        {
            var parts = AppContext.BaseDirectory.TrimEnd('/').Split('/');
            return Path.Combine(parts[^2], parts[^1]);
        }
    }
}
