using System.Text;
using Bunit;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Web.Pages.Admin.Vendors;
using SmsPortal.Web.Resources;
using Xunit;

namespace SmsPortal.Tests.Pages.Vendors;

public sealed class AccountPageTests(PagesFixture portal) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task Account_InTroubleAndWellAgain_IsShownSoWithoutAReload()
    {
        var account = await portal.AddAccountAsync();
        await portal.ExecuteAsync($"UPDATE vendor_account SET state = 0 WHERE id = {account}");
        await using var tab = await OpenAsync(account);
        tab.Eventually(page => page.Find(".title h1").TextContent.ShouldStartWith("Hooked"));

        await portal.Get<HealthWriter>().FailedAsync(account, "KeyRejected", "No such <b>key</b>", 1, TimeSpan.FromMinutes(15), CancellationToken.None);

        tab.Eventually(page => page.Find(".title .tag.bad").TextContent.Trim().ShouldBe(Strings.KeyRejected));
        tab.TextOf(".sections .error-text").ShouldBe("No such <b>key</b>");

        await portal.Get<HealthWriter>().SucceededAsync(account, CancellationToken.None);

        tab.Eventually(page => page.FindAll(".title .tag.ok time").Count.ShouldBe(1));
    }

    [Fact]
    public async Task WebhookAddress_Renewed_WorksAndIsShownThisOnce()
    {
        var account = await portal.AddAccountAsync();
        await using var tab = await OpenAsync(account);
        tab.Eventually(page => page.Markup.ShouldContain(Strings.WebhookStands));

        await tab.Page.Find("#renew-webhook .btn.primary").ClickAsync(new());

        tab.Eventually(page => page.FindAll(".made code").Count.ShouldBe(1));
        var secret = tab.TextOf(".made code").Split("/hooks/getsms/")[1];
        (await portal.Get<WebhookPaths>().FindAsync(secret, CancellationToken.None)).ShouldNotBeNull().Id.ShouldBe(account);
        await using var again = await OpenAsync(account);
        again.Eventually(page => page.Markup.ShouldContain(Strings.WebhookStands));
        again.Page.Markup.ShouldNotContain(secret);
    }

    [Fact]
    public async Task WebhookPart_ForAVendorThatPostsNothing_IsNotThere()
    {
        await using var tab = await OpenAsync(await portal.AddAccountAsync("coolsms"));

        tab.Eventually(page => page.FindAll(".sections section > h2").Select(title => title.TextContent).ShouldBe([Strings.HowItDoes, Strings.Missed, Strings.Settings, Strings.Key, Strings.RemoveAccount]));
    }

    [Fact]
    public async Task UnreadablePost_Hostile_IsShownAsText()
    {
        var account = await portal.AddAccountAsync();
        const string Body = "event=<script>alert(1)</script>";
        await portal.Get<UnreadablePosts>().KeepAsync(account, new WebhookPost("text/plain", Encoding.UTF8.GetBytes(Body)), "unknown event", CancellationToken.None);

        await using var tab = await OpenAsync(account);

        tab.Eventually(page => page.Find("details pre").TextContent.ShouldBe(Body));
        tab.Page.FindAll("script").ShouldBeEmpty();
    }

    [Fact]
    public async Task Account_Renamed_IsCalledSo()
    {
        var account = await portal.AddAccountAsync();
        await using var tab = await OpenAsync(account);
        tab.Eventually(page => page.FindAll("#account-name").Count.ShouldBe(1));

        tab.Type("account-name", "Second try");
        await tab.Page.Find(".sections form").SubmitAsync();

        tab.Eventually(page => page.Find(".title h1").TextContent.ShouldBe("Second try"));
    }

    [Fact]
    public async Task Account_Resumed_IsActive()
    {
        var account = await portal.AddAccountAsync();
        await using var tab = await OpenAsync(account);
        tab.Eventually(page => page.Find(".title .tag").TextContent.Trim().ShouldBe(Strings.AccountPaused));

        await tab.PressAsync(Strings.Resume);

        tab.Eventually(page => page.Find(".title .tag").TextContent.Trim().ShouldNotBe(Strings.AccountPaused));
        (await portal.ScalarAsync<int>($"SELECT state FROM vendor_account WHERE id = {account}")).ShouldBe((int)AccountState.Active);
    }

    [Fact]
    public async Task Account_Removed_LeavesForTheList()
    {
        var account = await portal.AddAccountAsync();
        await portal.AddLineAsync(account);
        await using var tab = await OpenAsync(account);
        tab.Eventually(page => page.Find("#remove-account li:nth-child(2)").TextContent.ShouldBe("1 line is closed."));

        await tab.Page.Find("#remove-account .btn.bad").ClickAsync(new());

        tab.Eventually(_ => tab.Address.ShouldBe("admin/vendors"));
        (await portal.ScalarAsync<int>($"SELECT state FROM vendor_account WHERE id = {account}")).ShouldBe((int)AccountState.Removed);
    }

    [Fact]
    public async Task Account_ForAMember_IsNotThere()
    {
        var account = await portal.AddAccountAsync();
        var member = await portal.AddMemberAsync(AccessLevel.Manage, await portal.AddLineAsync(account));

        await using var tab = await portal.OpenAsync<AccountPage>(member, $"admin/vendors/{account}", page => page.Add(one => one.AccountId, account));

        tab.Eventually(page => page.Find(".state h2").TextContent.ShouldBe(Strings.AccountNotThere));
        tab.Page.Markup.ShouldNotContain("Hooked");
    }

    private Task<PageTab<AccountPage>> OpenAsync(int account) => portal.OpenAsAdminAsync<AccountPage>($"admin/vendors/{account}", page => page.Add(one => one.AccountId, account));
}
