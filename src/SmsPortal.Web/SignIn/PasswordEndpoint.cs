using Microsoft.AspNetCore.Mvc;
using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>One's own password: changed with a plain form, since only an answer over HTTP can renew the cookie.</summary>
internal static class PasswordEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/me/password", (RequestDelegate)ChangeAsync).RequireAuthorization().RequireRateLimiting(SignInLimits.Policy).WithMetadata(new RequestSizeLimitAttribute(FormPost.MaxBytes));

    private static async Task ChangeAsync(HttpContext context)
    {
        if (PersonClaims.Id(context.User) is not { } userId || await FormPost.ReadAsync(context) is not { } form)
        {
            context.Response.Redirect("/me?password=FormTooOld");
            return;
        }

        try
        {
            var people = context.RequestServices.GetRequiredService<PeopleDesk>();
            var problem = await people.ChangePasswordAsync(userId, form.Text("present"), form.Text("password"), context.RequestAborted);
            if (problem is null)
            {
                await context.RequestServices.GetRequiredService<PersonSignIn>().SignInAsync(context, userId);
            }

            context.Response.Redirect($"/me?password={problem?.ToString() ?? "Changed"}");
        }
        catch (HashQueueFullException)
        {
            await SignInLimits.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, HashQueueFullException.RetryAfter, SignInTexts.Busy);
        }
    }
}
