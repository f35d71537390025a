using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SmsPortal.Model;

namespace SmsPortal.Web.SignIn;

/// <summary>What the cookie says of a person, and the person as every request and circuit knows her.</summary>
public static class PersonClaims
{
    /// <summary>The sign-in that the cookie belongs to (<c>People/SessionStore</c>).</summary>
    public const string Session = "smsportal:session";

    private static readonly string StampType = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The principal; the role is what the database says now, not what it said at sign-in.</summary>
    public static ClaimsPrincipal Principal(Guid userId, string name, string stamp, string session, bool isAdmin) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, userId.ToString()),
            new Claim(ClaimTypes.Name, name),
            new Claim(StampType, stamp),
            new Claim(Session, session),
            new Claim(ClaimTypes.Role, isAdmin ? PortalRoles.Admin : PortalRoles.Member),
        ],
        IdentityConstants.ApplicationScheme));

    /// <summary>The person's id; null for nobody.</summary>
    public static Guid? Id(ClaimsPrincipal? person) =>
        person?.Identity?.IsAuthenticated == true && Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string Stamp(ClaimsPrincipal person) => person.FindFirstValue(StampType) ?? "";

    public static string SessionOf(ClaimsPrincipal person) => person.FindFirstValue(Session) ?? "";

    public static string Name(ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.Name) ?? "";
}
