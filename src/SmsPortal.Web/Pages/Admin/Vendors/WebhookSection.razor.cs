using System.Text;
using Microsoft.AspNetCore.Components;
using SmsPortal.Model;
using SmsPortal.VendorAccess;
using SmsPortal.Web.Components;
using SmsPortal.Web.Hosting;
using SmsPortal.Web.Webhooks;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>The address that the vendor posts texts to: made, shown once, renewed, closed; and the posts on it that said nothing we know.</summary>
public sealed partial class WebhookSection
{
    private const int LongestBody = 4000;
    private string? _url;
    private bool _isBusy;
    private LoadFailure? _failure;

    [Inject]
    private WebhookPaths Paths { get; set; } = null!;

    [Inject]
    private PortalOptions Options { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<WebhookSection> Log { get; set; } = null!;

    /// <summary>The newest unreadable posts.</summary>
    [Parameter]
    public IReadOnlyList<UnreadablePost> Posts { get; set; } = [];

    // Without an address of its own the portal is somebody's machine behind a router: no vendor gets there.
    private bool IsReachable => Options.PublicUrl is { IsLoopback: false };

    private Task RenewAsync() => RunAsync(async () =>
    {
        var secret = await Paths.RenewAsync(Account.Id, CancellationToken.None);
        var home = Options.PublicUrl ?? new Uri(Navigation.BaseUri);
        _url = secret is null ? null : new Uri(home, VendorWebhooks.PathOf(Account.VendorKey, secret)).AbsoluteUri;
    });

    private Task CloseAsync() => RunAsync(async () =>
    {
        await Paths.CloseAsync(Account.Id, CancellationToken.None);
        _url = null;
    });

    private async Task RunAsync(Func<Task> act)
    {
        if (_isBusy || Feed.Scope is not { Viewer.SeesAll: true })
        {
            return;
        }

        (_isBusy, _failure) = (true, null);
        try
        {
            await act();
            await OnChanged.InvokeAsync();
        }
        catch (Exception failure) when (LoadFailure.IsExpected(failure))
        {
            _failure = LoadFailure.Explain(failure, Log);
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string BodyOf(UnreadablePost post)
    {
        var text = Encoding.UTF8.GetString(post.Body);
        return text.Length <= LongestBody ? text : text[..LongestBody] + "…";
    }
}
