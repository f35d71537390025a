using Microsoft.AspNetCore.Components;

namespace SmsPortal.Web.SignIn;

/// <summary>The whole document of a page before the portal: no script, no circuit.</summary>
public sealed partial class SignInDocument(IHttpContextAccessor http)
{
    private string _theme = "system";

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnInitialized()
    {
        if (http.HttpContext is { } context)
        {
            _theme = context.Request.Cookies["theme"] switch { "light" => "light", "dark" => "dark", _ => "system" };
            context.Response.Headers.CacheControl = "no-store";
        }
    }
}
