using System.Text.RegularExpressions;
using Shouldly;
using SmsPortal.BrowserTests.Support;
using SmsPortal.VendorSimulator;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests;

/// <summary>An admin connects an account.</summary>
[Collection(nameof(LivePortal))]
public sealed partial class ConnectVendorTests(LivePortal portal)
{
    private const string Key = "second-smspins-key-9f27";

    [Fact]
    public async Task AWrongKey_IsComplainedOfAtItsField_AndTheRightOneConnects_AndIsNeverShown()
    {
        portal.Simulator.Act(() => portal.Simulator.SmsPins.AddAccount(new NewAccount { Vendor = "smspins", Credential = Key, Name = "second", Lines = 1 }));
        var (_, email) = await portal.AddPersonAsync(isAdmin: true);
        await using var tab = await portal.OpenTabAsync();
        await tab.SignInAsync(email, LivePortal.Password, "/admin/vendors/connect/smspins");
        var page = tab.Page;
        await Expect(page.Locator("button[type=submit].primary")).ToBeEnabledAsync();
        await page.FillAsync("#account-name", "Second SMSPins");
        await page.Locator("form details summary").ClickAsync();
        await page.FillAsync("#base-address", portal.AddressOf("smspins/apiv2/"));

        await page.FillAsync("#credential-key", "a-wrong-key");
        await page.Locator("button[type=submit].primary").ClickAsync();
        await Expect(page.Locator("#credential-key-problem")).ToBeVisibleAsync();
        await Expect(page.Locator("#credential-key")).ToHaveAttributeAsync("aria-invalid", "true");

        await page.FillAsync("#credential-key", Key);
        await page.Locator("button[type=submit].primary").ClickAsync();
        await page.WaitForURLAsync(AccountAddress());
        await Expect(page.Locator("h1").First).ToBeVisibleAsync();
        (await page.ContentAsync()).ShouldNotContain(Key);
        tab.Complaints.ShouldBeEmpty();
    }

    [GeneratedRegex("/admin/vendors(?!/connect)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountAddress();
}
