using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>The first admin: a page that works while nobody is there, with the token of the log.</summary>
internal static class SetUpEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/setup", ShowAsync).AllowAnonymous();
        app.MapPost("/setup", (RequestDelegate)SetUpAsync).AllowAnonymous().RequireRateLimiting(SignInLimits.Policy).WithMetadata(new RequestSizeLimitAttribute(FormPost.MaxBytes));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SetUpDesk setUp, string? token) =>
        await setUp.IsEmptyAsync(context.RequestAborted) ? Page(StatusCodes.Status200OK, token ?? "", "", "", []) : TypedResults.LocalRedirect("/sign-in");

    private static async Task SetUpAsync(HttpContext context)
    {
        if (await FormPost.ReadAsync(context) is not { } form)
        {
            await Page(StatusCodes.Status400BadRequest, "", "", "", [SignInTexts.FormTooOld]).ExecuteAsync(context);
            return;
        }

        var (token, email, name) = (form.Text("token"), form.Text("email"), form.Text("name"));
        try
        {
            var setUp = context.RequestServices.GetRequiredService<SetUpDesk>();
            var made = await setUp.SetUpAsync(token, new NewPerson { Email = email, DisplayName = name, Password = form.Text("password"), IsAdmin = true }, context.RequestAborted);
            if (made.Id is { } id && await context.RequestServices.GetRequiredService<PersonSignIn>().SignInAsync(context, id))
            {
                context.Response.Redirect("/");
                return;
            }

            await Page(StatusCodes.Status400BadRequest, token, email, name, [], made.Problems).ExecuteAsync(context);
        }
        catch (HashQueueFullException)
        {
            await SignInLimits.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, HashQueueFullException.RetryAfter, SignInTexts.Busy);
        }
    }

    private static RazorComponentResult<SetUpPage> Page(int status, string token, string email, string name, IReadOnlyList<string> notes, IReadOnlyList<PersonProblem>? problems = null) =>
        new(new { Token = token, Email = email, Name = name, Notes = notes, Problems = problems ?? [] }) { StatusCode = status, PreventStreamingRendering = true };
}
