using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web;

/// <summary>The document. Theme, navigation and zone come from cookies, so that the first paint is right without a script.</summary>
public sealed partial class App
{
    private static readonly (string Which, string File)[] Themes =
    [
        ("light", "css/standard-base.css"), ("light", "css/standard-wcag.css"), ("dark", "css/standard-dark-base.css"), ("dark", "css/standard-dark-wcag.css"),
    ];

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    // Pages before signing in are plain forms; they say so with [ExcludeFromInteractiveRouting].
    private IComponentRenderMode? Mode => HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    private string Theme => HttpContext.Request.Cookies["theme"] is "light" or "dark" ? HttpContext.Request.Cookies["theme"]! : "system";

    private string Navigation => HttpContext.Request.Cookies["nav"] == "narrow" ? "narrow" : "wide";

    private string? Zone => HttpContext.Request.Cookies[ViewerClock.Cookie] is { Length: < 80 } zone ? zone : null;

    private string Now => Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private string Media(string which) => Theme == "system" ? $"(prefers-color-scheme: {which})" : Theme == which ? "all" : "not all";
}
