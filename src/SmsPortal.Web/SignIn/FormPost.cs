using Microsoft.AspNetCore.Antiforgery;

namespace SmsPortal.Web.SignIn;

/// <summary>A posted form of a static page, its antiforgery token checked.</summary>
internal static class FormPost
{
    /// <summary>More than any of these forms holds.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>The form; null when the token is missing or of another sign-in.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context) =>
        context.Request.HasFormContentType && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;

    public static string Text(this IFormCollection form, string name) => form[name].ToString();
}
