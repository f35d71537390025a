using Bunit;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.VendorSimulator;
using SmsPortal.Web.Pages.Admin.Vendors;
using Xunit;

namespace SmsPortal.Tests.Pages.Vendors;

/// <summary>The first vendor of an empty portal, connected against the simulated one.</summary>
public sealed class ConnectPageTests : IAsyncLifetime
{
    private readonly PagesFixture _portal = new();
    private WebApplication _simulator = null!;

    public async ValueTask InitializeAsync()
    {
        await _portal.InitializeAsync();
        _simulator = SimulatorHost.Build([], options => (options.Url, options.Profile) = ("http://127.0.0.1:0", Tempo.Manual));
        await _simulator.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task FirstVendor_WithAWrongKeyAndThenTheRightOne_ComplainsAtTheFieldAndThenIsConnected()
    {
        await using (var empty = await _portal.OpenAsAdminAsync<AccountList>("admin/vendors"))
        {
            empty.Eventually(page => page.FindAll("h3 a").Select(link => link.TextContent).ShouldBe(["Cool SMS", "GetSMS", "JookSMS", "SMSPins", "SMSPool"]));
            empty.Page.Markup.ShouldContain("./src/run.sh --demo");
        }

        await using var tab = await _portal.OpenAsAdminAsync<ConnectPage>("admin/vendors/connect/getsms", page => page.Add(connect => connect.VendorKey, "getsms"));
        tab.Type("account-name", "Main");
        tab.Type("credential-user", "demo");
        tab.Type("credential-api_key", "not-the-right-key-at-all");
        tab.Type("base-address", _simulator.Urls.First() + "/getsms/");
        await tab.Page.Find("form").SubmitAsync();

        tab.Eventually(page => page.FindAll(".field .error").Count.ShouldBe(1));
        tab.Page.Find(".field:has(.error) label").TextContent.ShouldBeOneOf("API key", "User name or e-mail");
        tab.Page.Markup.ShouldNotContain("not-the-right-key-at-all");
        (await _portal.ScalarAsync<long>("SELECT count(*) FROM vendor_account")).ShouldBe(0);

        tab.Type("credential-api_key", SimulatedPortal.Credentials("getsms")["api_key"]);
        await tab.Page.Find("form").SubmitAsync();

        tab.Eventually(_ => tab.Address.ShouldMatch("^admin/vendors/[0-9]+$"));
        await using var list = await _portal.OpenAsAdminAsync<AccountList>("admin/vendors");
        list.Eventually(page => page.Find(".card h2").TextContent.ShouldBe("Main"));
        list.TextOf(".card dd").ShouldBe("demo · …-key");
        list.Eventually(page => page.Find(".card .tag.ok").TextContent.ShouldNotBeEmpty());
    }

    [Fact]
    public async Task Vendor_Unknown_AsksWhichOne()
    {
        await using var tab = await _portal.OpenAsAdminAsync<ConnectPage>("admin/vendors/connect/none", page => page.Add(connect => connect.VendorKey, "none"));

        tab.Eventually(page => page.FindAll("h3 a").Count.ShouldBe(5));
    }
}
