using Microsoft.AspNetCore.Components;
using SmsPortal.Model;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Layout;

/// <summary>A place of the navigation.</summary>
/// <param name="Href">Its address, without a leading slash.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="Key">The key after <c>g</c> that goes there; null = none.</param>
/// <param name="Role">Who sees it; null = everybody who is signed in.</param>
/// <param name="Name">Its name.</param>
public sealed record Place(string Href, string Icon, string? Key, string? Role, Func<string> Name);

/// <summary>All places, of which only those show that this build has a page for.</summary>
public static class Places
{
    private static readonly HashSet<string> Routes = typeof(Places).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
        .Select(route => route.Template.Trim('/'))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What everybody uses.</summary>
    public static IReadOnlyList<Place> Main { get; } = Existing(
        new Place("inbox", "inbox", "i", null, () => Strings.Inbox),
        new Place("lines", "lines", "l", null, () => Strings.Lines));

    /// <summary>What admins use.</summary>
    public static IReadOnlyList<Place> Admin { get; } = Existing(
        new Place("admin/vendors", "vendors", "v", PortalRoles.Admin, () => Strings.Vendors),
        new Place("admin/people", "people", "p", PortalRoles.Admin, () => Strings.People),
        new Place("admin/access", "access", "a", PortalRoles.Admin, () => Strings.Access));

    /// <summary>One's own page, when there is one.</summary>
    public static Place? Me { get; } = Existing(new Place("me", "me", null, null, () => Strings.Me)).SingleOrDefault();

    private static IReadOnlyList<Place> Existing(params Place[] places) => [.. places.Where(place => Routes.Contains(place.Href))];
}
