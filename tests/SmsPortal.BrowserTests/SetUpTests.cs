using System.Text.RegularExpressions;
using Shouldly;
using SmsPortal.BrowserTests.Support;
using SmsPortal.Tests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests;

/// <summary>The first minute of a new portal.</summary>
public sealed partial class SetUpTests(Chromium chromium)
{
    [Fact]
    public async Task TheLinkFromTheLog_MakesTheFirstAdmin_WhoIsThenInsideOrCanSignIn()
    {
        var database = await TestDatabase.CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("smsportal-browser-");
        await using (var portal = new ChildPortal(FreePort.Find(), new Dictionary<string, string> { ["SMSPORTAL_DATA"] = folder.FullName, ["SMSPORTAL_CONNECTION_STRING"] = database }))
        {
            await portal.StartAsync("Make the first admin at");
            await using var tab = await PersonTab.OpenAsync(chromium.Browser, portal.Address);
            await tab.Page.GotoAsync(Link().Match(portal.Output).Value);
            await tab.Page.FillAsync("#email", "first@example.org");
            await tab.Page.FillAsync("#name", "First Admin");
            await tab.Page.FillAsync("#password", "short");
            await tab.Page.ClickAsync("button[type=submit]");
            await Expect(tab.Page.Locator("#password ~ .problem, .problem, [aria-invalid=true]").First).ToBeVisibleAsync();

            await tab.Page.FillAsync("#password", LivePortal.Password);
            await tab.Page.ClickAsync("button[type=submit]");
            await Expect(tab.Page).Not.ToHaveURLAsync(SetUpAddress());
            if (tab.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            {
                await tab.SignInAsync("first@example.org", LivePortal.Password);
            }

            await tab.InboxReadyAsync();
            tab.Complaints.ShouldBeEmpty();
        }

        await TestDatabase.DropDatabaseAsync(database);
        folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"http://\S+/setup\?token=[\w-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("/setup", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetUpAddress();
}
