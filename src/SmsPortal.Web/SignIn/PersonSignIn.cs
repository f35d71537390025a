using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SmsPortal.People;
using SmsPortal.Storage;

namespace SmsPortal.Web.SignIn;

/// <summary>Begins and ends a sign-in: the session's row and the cookie.</summary>
public sealed class PersonSignIn(AccessQueries access, PeopleQueries people, SessionStore sessions)
{
    /// <summary>Signs the person in, whose password was checked; false when she was disabled meanwhile.</summary>
    public async Task<bool> SignInAsync(HttpContext context, Guid userId)
    {
        if (await access.ViewerAsync(userId, context.RequestAborted) is not { } found || await people.FindAsync(userId, context.RequestAborted) is not { } person)
        {
            return false;
        }

        var session = await sessions.BeginAsync(userId, context.RequestAborted);
        var principal = PersonClaims.Principal(userId, person.DisplayName, found.SecurityStamp, session, found.Viewer.SeesAll);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = true });
        return true;
    }

    /// <summary>Ends this sign-in on every node, in every tab, also for a copy of the cookie.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (PersonClaims.Id(context.User) is { } userId)
        {
            await sessions.EndAsync(userId, PersonClaims.SessionOf(context.User), CancellationToken.None);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
