namespace SmsPortal.Tests.Architecture;

/// <summary>The rooms and their arrows: which room may know which. Arrows point down only.</summary>
internal static class Rooms
{
    private static readonly string[] Foundation = ["Vendors", "Vendors.Capabilities", "Model", "Storage"];

    /// <summary>Room → rooms that it may use, besides itself.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Http"] = [],
        ["Vendors"] = ["Http", "Vendors.Capabilities"],
        ["Vendors.Capabilities"] = ["Vendors"],
        ["Vendors.CoolSms"] = ["Vendors", "Vendors.Capabilities"],
        ["Vendors.SmsPool"] = ["Vendors", "Vendors.Capabilities"],
        ["Vendors.JookSms"] = ["Vendors", "Vendors.Capabilities"],
        ["Vendors.GetSms"] = ["Vendors", "Vendors.Capabilities"],
        ["Vendors.SmsPins"] = ["Vendors", "Vendors.Capabilities"],
        ["Model"] = ["Vendors", "Vendors.Capabilities"],
        ["Storage"] = ["Vendors", "Vendors.Capabilities", "Model", "Storage.Configurations"],
        ["Storage.Configurations"] = ["Model", "Storage"],
        ["Live"] = Foundation,
        ["VendorAccess"] = [.. Foundation, "Http", "Live", "Vendors.CoolSms", "Vendors.SmsPool", "Vendors.JookSms", "Vendors.GetSms", "Vendors.SmsPins"],
        ["Intake"] = [.. Foundation, "Live"],
        ["People"] = [.. Foundation, "Live"],
        ["Reading"] = [.. Foundation, "Live"],
        ["Jobs"] = [.. Foundation, "Live", "VendorAccess", "Intake"],
        ["Jobs.Scheduling"] = [.. Foundation, "Live", "VendorAccess", "Intake", "Jobs"],
    };

    /// <summary>The room of a type, or null when it is none of ours.</summary>
    public static string? Of(string type)
    {
        var name = type.Split("::")[0];
        if (!name.StartsWith("SmsPortal.", StringComparison.Ordinal))
        {
            return null;
        }

        var inside = name["SmsPortal.".Length..];
        return inside.LastIndexOf('.') is > 0 and var end ? inside[..end] : "";
    }

    /// <summary>Every use of a room that the user's room may not know.</summary>
    public static IReadOnlyList<string> Offenders(IEnumerable<(string User, string Used)> uses) =>
    [
        .. from use in uses
           let user = Of(use.User)
           let used = Of(use.Used)
           where user is { Length: > 0 } && used is { Length: > 0 } && user != used && !MayUse.GetValueOrDefault(user, []).Contains(used)
           select $"{use.User} ({user}) may not use {use.Used} ({used})",
    ];
}
