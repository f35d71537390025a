using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>Signing in and out, with plain forms that need no script.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ShowAsync).AllowAnonymous();
        app.MapPost("/sign-in", (RequestDelegate)SignInAsync).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy).WithMetadata(new RequestSizeLimitAttribute(FormPost.MaxBytes));
        app.MapPost("/sign-out", (RequestDelegate)SignOutAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(FormPost.MaxBytes));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SetUpDesk setUp, string? returnUrl)
    {
        if (PersonClaims.Id(context.User) is not null)
        {
            return TypedResults.LocalRedirect(ReturnUrl.Local(returnUrl));
        }

        return await setUp.IsEmptyAsync(context.RequestAborted)
            ? TypedResults.LocalRedirect("/setup")
            : Page(StatusCodes.Status200OK, "", returnUrl, null);
    }

    private static async Task SignInAsync(HttpContext context)
    {
        if (await FormPost.ReadAsync(context) is not { } form)
        {
            await Page(StatusCodes.Status400BadRequest, "", null, SignInTexts.FormTooOld).ExecuteAsync(context);
            return;
        }

        var (email, returnUrl) = (form.Text("email"), form.Text("returnUrl"));
        try
        {
            var desk = context.RequestServices.GetRequiredService<SignInDesk>();
            var person = await desk.CheckAsync(email, form.Text("password"), context.RequestAborted);
            if (person is { } id && await context.RequestServices.GetRequiredService<PersonSignIn>().SignInAsync(context, id))
            {
                context.Response.Redirect(ReturnUrl.Local(returnUrl));
                return;
            }

            await Page(StatusCodes.Status401Unauthorized, email, returnUrl, SignInTexts.Refused).ExecuteAsync(context);
        }
        catch (HashQueueFullException)
        {
            await SignInLimits.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, HashQueueFullException.RetryAfter, SignInTexts.Busy);
        }
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        // Whose form is too old is either signed out already or must ask again.
        if (await FormPost.ReadAsync(context) is not null)
        {
            await context.RequestServices.GetRequiredService<PersonSignIn>().SignOutAsync(context);
        }

        context.Response.Redirect("/sign-in");
    }

    private static RazorComponentResult<SignInPage> Page(int status, string email, string? returnUrl, string? problem) =>
        new(new { Email = email, ReturnUrl = ReturnUrl.Local(returnUrl), Problem = problem }) { StatusCode = status, PreventStreamingRendering = true };
}
