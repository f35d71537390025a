using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using SmsPortal.Live;
using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>Whether a cookie still stands, asked on every request: the person not disabled, the security stamp hers, the session open.</summary>
public sealed class SessionValidation(AccessScopes scopes, SessionStore sessions)
{
    /// <summary>The cookie's person as of now; null when the cookie is worth nothing any more.</summary>
    public async ValueTask<ClaimsPrincipal?> RefreshAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        await ScopeAsync(person, cancellationToken) is { } scope
            ? PersonClaims.Principal(scope.Viewer.UserId, PersonClaims.Name(person), PersonClaims.Stamp(person), PersonClaims.SessionOf(person), scope.Viewer.SeesAll)
            : null;

    /// <summary>What the person may see now; null when the sign-in does not stand any more.</summary>
    public async ValueTask<AccessScope?> ScopeAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (PersonClaims.Id(person) is not { } userId || await scopes.GetAsync(userId, cancellationToken) is not { } scope)
        {
            return null;
        }

        var stamp = PersonClaims.Stamp(person);
        var session = PersonClaims.SessionOf(person);

        // Another stamp is a changed password, or one that this node has not been told of yet: the database decides.
        var stands = string.Equals(scope.SecurityStamp, stamp, StringComparison.Ordinal)
            ? await sessions.IsOpenAsync(scope, session, cancellationToken)
            : await sessions.StandsAsync(userId, stamp, session, cancellationToken);
        return stands ? scope : null;
    }

    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var validation = context.HttpContext.RequestServices.GetRequiredService<SessionValidation>();
        if (await validation.RefreshAsync(context.Principal!, context.HttpContext.RequestAborted) is { } person)
        {
            context.ReplacePrincipal(person);
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }
}
