namespace SmsPortal.Web.SignIn;

/// <summary>Where to go after signing in: a place of this portal, never another site.</summary>
internal static class ReturnUrl
{
    /// <summary>The address as given when it is local, else the start page.</summary>
    public static string Local(string? url) =>
        url is ['/', ..] && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl)
            && !url.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("/_", StringComparison.Ordinal)
            ? url
            : "/";
}
