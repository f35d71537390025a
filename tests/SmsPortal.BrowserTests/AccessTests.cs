using System.Text.RegularExpressions;
using Shouldly;
using SmsPortal.BrowserTests.Support;
using SmsPortal.People;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests;

/// <summary>Who comes in, who sees what, and that both end at once.</summary>
[Collection(nameof(LivePortal))]
public sealed partial class AccessTests(LivePortal portal)
{
    [Fact]
    public async Task AGrant_ShowsTheLineInTheOpenInbox_AndADisabledPersonsTabIsAtSignIn_AndHearsNothingMore()
    {
        var (id, email) = await portal.AddPersonAsync();
        await using var tab = await portal.OpenTabAsync();
        await tab.SignInAsync(email, LivePortal.Password);
        await tab.InboxReadyAsync();

        var line = await portal.FindLineAsync("coolsms");
        await portal.GrantAsync(id, line.Id);
        portal.DeliverTo(line, "Live after the grant.");
        await tab.SeesAsync("Live after the grant.");

        await portal.Get<PeopleDesk>().SetEnabledAsync(id, enabled: false, CancellationToken.None);
        await tab.Page.WaitForURLAsync(SignInAddress());
        portal.DeliverTo(line, "Not for the disabled.");
        await using var other = await portal.OpenInboxAsync(line.Id);
        await other.SeesAsync("Not for the disabled.");
        (await tab.Page.ContentAsync()).ShouldNotContain("Not for the disabled.");

        await tab.Page.FillAsync("#email", email);
        await tab.Page.FillAsync("#password", LivePortal.Password);
        await tab.Page.ClickAsync("button[type=submit]");
        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SigningOut_LeadsToTheDoor_AndTheInboxStaysShut()
    {
        await using var tab = await portal.OpenInboxAsync();
        await tab.Page.Locator("summary.me").ClickAsync();
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await tab.Page.WaitForURLAsync(SignInAddress());
        await tab.Page.GotoAsync("/inbox");
        await Expect(tab.Page).ToHaveURLAsync(SignInAddress());
        tab.Complaints.ShouldBeEmpty();
    }

    [GeneratedRegex("/sign-in", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignInAddress();
}
