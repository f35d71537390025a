using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using SmsPortal.BrowserTests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests;

/// <summary>What a person does in the inbox.</summary>
[Collection(nameof(LivePortal))]
public sealed partial class InboxTests(LivePortal portal)
{
    [Fact]
    public async Task AFilterAndASearch_StandInTheAddress_AndSurviveAReload()
    {
        var line = await portal.FindLineAsync("coolsms");
        await using var tab = await portal.OpenInboxAsync(line.Id);
        portal.DeliverTo(line, "Searched: your code is 351902.");
        portal.DeliverTo(line, "Another one without numbers.");
        await tab.SeesAsync("Searched:");
        await tab.SeesAsync("Another one");

        await tab.Page.Keyboard.PressAsync("/");
        await Expect(tab.Page.Locator("#search")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("351902");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.SeesAsync("Another one", times: 0);
        await tab.SeesAsync("Searched:");
        await Expect(tab.Page).ToHaveURLAsync(SearchAddress());

        await tab.Page.ReloadAsync();
        await tab.SeesAsync("Searched:");
        await tab.SeesAsync("Another one", times: 0);
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task ACodeChip_CopiesItsCode_AndARow_OpensItsConversation()
    {
        var line = await portal.FindLineAsync("coolsms");
        await using var tab = await portal.OpenInboxAsync(line.Id);
        await tab.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        portal.DeliverTo(line, "G-804036 is your Google verification code, copied.");
        await tab.SeesAsync("copied.");

        await tab.Rows("copied.").Locator("button.code").ClickAsync();
        await Expect(tab.Page.Locator("#toast")).ToHaveTextAsync("Copied");
        (await tab.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe("804036");

        await tab.Rows("copied.").Locator("a[data-open]").ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(MessageAddress());
        await Expect(tab.Page.Locator(".cols.open")).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator(".cols.open")).ToHaveCountAsync(0);
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task OnAPhone_ThePlacesAreAtTheBottom_AndNothingIsWiderThanTheScreen()
    {
        var (_, email) = await portal.AddPersonAsync();
        await using var tab = await portal.OpenTabAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await tab.SignInAsync(email, LivePortal.Password);
        await tab.InboxReadyAsync();

        await Expect(tab.Page.Locator("nav.bottom")).ToBeVisibleAsync();
        (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        tab.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task PagesInEitherTheme_HaveNoSeriousObstacleForAnybody_AndNoComplaintInTheConsole(string theme)
    {
        var line = await portal.FindLineAsync("coolsms");
        var (_, email) = await portal.AddPersonAsync(isAdmin: true);
        await using var tab = await portal.OpenTabAsync();
        await tab.Context.AddCookiesAsync([new() { Name = "theme", Value = theme, Url = portal.Process.Address }]);
        await tab.Page.GotoAsync("/sign-in");
        await UnobstructedAsync(tab);
        await tab.SignInAsync(email, LivePortal.Password);
        await tab.InboxReadyAsync();
        portal.DeliverTo(line, $"Your {theme} code is 771204.");
        await tab.SeesAsync($"Your {theme} code");
        await UnobstructedAsync(tab);
        foreach (var place in await tab.Page.Locator("nav.bottom a, nav a").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href')))]"))
        {
            await tab.Page.GotoAsync("/" + place.TrimStart('/'));
            await Expect(tab.Page.Locator("h1").First).ToBeVisibleAsync();
            await UnobstructedAsync(tab);
        }

        (await tab.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")).ShouldBe(theme);
        tab.Complaints.ShouldBeEmpty();
    }

    // Judged again for a while: the title and the rows come with the circuit, a moment after the page.
    private static async Task UnobstructedAsync(PersonTab tab)
    {
        IReadOnlyList<string> obstacles = [];
        for (var judged = 0; judged < 20; judged++)
        {
            obstacles = await ObstaclesAsync(tab);
            if (obstacles.Count == 0)
            {
                return;
            }

            await Task.Delay(500);
        }

        obstacles.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> ObstaclesAsync(PersonTab tab)
    {
        var found = await tab.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
        return [.. found.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{tab.Page.Url} {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")];
    }

    [GeneratedRegex("[?&]q=351902", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SearchAddress();

    [GeneratedRegex(@"[?&]m=\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageAddress();
}
