using Radzen;
using SmsPortal.Reading;
using SmsPortal.Web.Pages.Admin;
using SmsPortal.Web.Pages.Inbox;
using SmsPortal.Web.Pages.Lines;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Layout;

public static class ShellRoom
{
    /// <summary>Registers pages, circuits and what a tab shares between its parts.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        // The keep-alive is short, so that a lost connection shows; hidden tabs are throttled by browsers, so the server stays patient.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options => options.KeepAliveInterval = TimeSpan.FromSeconds(4));
        services.AddRadzenComponents();
        services.AddReading();
        services.AddScoped<TabFeed>();
        services.AddScoped<UnreadCount>();
        services.AddScoped<ViewerClock>();
        services.AddInbox();
        services.AddAdminPages();
        services.AddLinePages();
        return services;
    }

    /// <summary>Maps assets, pages and the inbox's export.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();

        // No permessage-deflate: it costs about 250 KiB of native memory a tab. The frame-ancestors header is the portal's own.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            options.DisableWebSocketCompression = true;
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        app.MapInbox();
        app.MapFallback(NotFound).RequireAuthorization();
        return app;
    }

    // A person lands on a page that says so; a program gets the bare 404.
    private static IResult NotFound(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Redirect("/not-found")
            : Results.NotFound();
}
