using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Layout;

/// <summary>The frame of every page behind the sign-in.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TabFeed Feed { get; set; } = null!;

    [Inject]
    private UnreadCount Unread { get; set; } = null!;

    // A bare "#content" would resolve against the base address, not against this page.
    private string SkipTo => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0] + "#content";

    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive && await Feed.ReadyAsync() is not null)
        {
            await Unread.CountAsync();
            Unread.Render();
        }
    }

    private void Recover() => _boundary?.Recover();
}
