using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Web.SignIn;

/// <summary>The cookies: <c>__Host-</c> and Secure under HTTPS, a plain name on http://localhost, never readable by scripts.</summary>
internal static class PortalCookies
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public static bool IsHttps(PortalOptions options) => options.Certificate is not null || options.PublicUrl?.Scheme == Uri.UriSchemeHttps;

    public static void Configure(CookieAuthenticationOptions cookie, PortalOptions options)
    {
        Configure(cookie.Cookie, options, "");
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = Lifetime;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = SessionValidation.ValidateAsync;
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (WantsPage(context.Request))
            {
                context.Response.Redirect(context.RedirectUri);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return WantsPage(context.Request) ? new RazorComponentResult<DeniedPage> { StatusCode = StatusCodes.Status403Forbidden }.ExecuteAsync(context.HttpContext) : Task.CompletedTask;
        };
    }

    public static void Configure(AntiforgeryOptions antiforgery, PortalOptions options)
    {
        Configure(antiforgery.Cookie, options, "-form");
        antiforgery.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
    }

    // A demo beside a real portal on one machine: cookies know no ports, so each needs a name of its own.
    private static void Configure(CookieBuilder cookie, PortalOptions options, string suffix)
    {
        var https = IsHttps(options);
        cookie.Name = (https ? "__Host-" : "") + "smsportal" + (options.Demo ? "-demo" : "") + suffix;
        cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.Path = "/";
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
