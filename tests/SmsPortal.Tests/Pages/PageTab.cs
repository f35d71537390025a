using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Tests.Pages;

/// <summary>A page in a tab of its own, rendered by bUnit over the services of a real portal.</summary>
internal sealed class PageTab<TPage> : BunitContext
    where TPage : IComponent
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);
    private readonly AsyncServiceScope _circuit;

    private PageTab(AsyncServiceScope circuit) => _circuit = circuit;

    public IRenderedComponent<TPage> Page { get; private set; } = null!;

    /// <summary>Where the page went, relative to the base.</summary>
    public string Address => new Uri(Services.GetRequiredService<BunitNavigationManager>().Uri).PathAndQuery.TrimStart('/');

    /// <summary>Opens a page at an address.</summary>
    /// <param name="circuit">The services of the person's circuit.</param>
    /// <param name="isAdmin">Whether the person is an admin.</param>
    /// <param name="address">The address, for what stands in its query.</param>
    /// <param name="parameters">What stands in its path.</param>
    public static async Task<PageTab<TPage>> OpenAsync(AsyncServiceScope circuit, bool isAdmin, string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
    {
        var tab = new PageTab<TPage>(circuit);
        tab.Services.AddFallbackServiceProvider(circuit.ServiceProvider);
        var person = tab.AddAuthorization();
        person.SetAuthorized("Person");
        person.SetRoles(isAdmin ? "Admin" : "Member");
        tab.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        tab.JSInterop.Mode = JSRuntimeMode.Loose;
        tab.JSInterop.SetupModule("./Pages/Inbox/Inbox.razor.js").SetupModule("watch", _ => true);
        tab.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        tab.Render<TabStage>();
        await circuit.ServiceProvider.GetRequiredService<TabFeed>().ReadyAsync();
        tab.Page = tab.Render<TPage>(parameters ?? (_ => { }));
        return tab;
    }

    /// <summary>Waits until the page shows it.</summary>
    public void Eventually(Action<IRenderedComponent<TPage>> assert) => Page.WaitForAssertion(() => assert(Page), GiveUp);

    /// <summary>The text of what stands there once, trimmed.</summary>
    public string TextOf(string selector) => Page.Find(selector).TextContent.Trim();

    /// <summary>Presses the button with these words.</summary>
    public Task PressAsync(string words) => Page.FindAll("button").First(button => button.TextContent.Trim() == words).ClickAsync(new());

    /// <summary>Types into a field.</summary>
    public void Type(string id, string text) => Page.Find("#" + id).Input(text);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _circuit.DisposeAsync();
    }
}
