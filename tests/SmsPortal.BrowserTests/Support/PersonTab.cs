using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests.Support;

/// <summary>A browser tab of one person, with cookies of its own. It remembers what its console complained about.</summary>
public sealed class PersonTab : IAsyncDisposable
{
    /// <summary>When to give a state up, in milliseconds: a machine may be busy.</summary>
    public const float GiveUp = 120_000;

    // What the network says of a portal that is away, and of a form that it refuses with words.
    private static readonly string[] Expected = ["WebSocket", "ERR_CONNECTION", "status of 400"];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    private PersonTab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !Array.Exists(Expected, part => message.Text.Contains(part, StringComparison.Ordinal)))
            {
                _complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <summary>Errors of scripts and of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<PersonTab> OpenAsync(IBrowser browser, string address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(GiveUp);
        return new PersonTab(context, await context.NewPageAsync());
    }

    /// <summary>Goes to a place and signs in at the door.</summary>
    public async Task SignInAsync(string email, string password, string place = "/inbox")
    {
        await Page.GotoAsync(place);
        await Page.FillAsync("#email", email);
        await Page.FillAsync("#password", password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync("**" + place);
    }

    /// <summary>Waits until the inbox listens: it shows rows, or says that there are none.</summary>
    public Task InboxReadyAsync() => Expect(Page.Locator("section.list ul.rows, section.list .state").First).ToBeVisibleAsync(new() { Timeout = GiveUp });

    /// <summary>The rows that show the text.</summary>
    public ILocator Rows(string text) => Page.Locator("ul.rows > li", new() { HasText = text });

    /// <summary>Waits until exactly so many rows show the text.</summary>
    public Task SeesAsync(string text, int times = 1) => Expect(Rows(text)).ToHaveCountAsync(times, new() { Timeout = GiveUp });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
