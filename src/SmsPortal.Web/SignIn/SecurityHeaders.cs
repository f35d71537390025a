using SmsPortal.Web.Hosting;

namespace SmsPortal.Web.SignIn;

/// <summary>What browsers are told with every answer: no foreign script, no inline script, no frame, no guessing of types.</summary>
public static class SecurityHeaders
{
    /// <summary>Radzen places things by style attributes, hence <c>style-src-attr</c>; style elements are not allowed.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; connect-src 'self'; "
        + "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'";

    /// <summary>Adds the headers, and refuses WebSockets that a page of another site opens.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, PortalOptions options) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) && !IsOurs(context.Request, options))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    // Browsers always name the origin of a WebSocket and cannot be made to lie; what is no browser carries no cookie of a victim.
    private static bool IsOurs(HttpRequest request, PortalOptions options)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || (options.PublicUrl is { } site && origin.Equals(site.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }
}
