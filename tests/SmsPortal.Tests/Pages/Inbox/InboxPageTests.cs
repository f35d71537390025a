using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Tabs;
using Xunit;
using InboxPage = SmsPortal.Web.Pages.Inbox.Inbox;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class InboxPageTests(InboxFixture inbox) : IClassFixture<InboxFixture>
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Text_ForALineOneMaySee_AppearsAndAForeignOneDoesNot()
    {
        var (hers, others) = (await inbox.AddLineAsync(), await inbox.AddLineAsync());
        await using var tab = await OpenAsync(hers);
        tab.Eventually(page => page.Find(".state h2").TextContent.ShouldBe("No messages yet"));

        await inbox.DeliverAsync(others, "for others");
        await inbox.DeliverAsync(hers, "Your code is 4821", code: "4821");

        tab.Eventually(page => page.FindAll(".row p").Select(text => text.TextContent).ShouldBe(["Your code is 4821"]));
        tab.Page.Find(".row .code").GetAttribute("data-copy").ShouldBe("4821");
        tab.Page.Markup.ShouldNotContain("for others");
        tab.Get<UnreadCount>().Value.ShouldBe(1);
    }

    [Fact]
    public async Task Texts_ThatStoodBefore_AreShownNewestFirstAndUnread()
    {
        var line = await inbox.AddLineAsync();
        var member = await inbox.AddMemberAsync(line);
        await inbox.DeliverAsync(line, "first");
        await inbox.DeliverAsync(line, "second");

        await using var tab = await OpenAsync(member);

        tab.Eventually(page => page.FindAll(".row.unread p").Select(text => text.TextContent).ShouldBe(["second", "first"]));
    }

    [Fact]
    public async Task Message_Opened_ShowsItsConversationAndIsRead()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync(line);
        await inbox.DeliverAsync(line, "an older text");
        var id = await inbox.DeliverAsync(line, "Your code is 4821", code: "4821");
        tab.Eventually(page => page.FindAll(".row").Count.ShouldBe(2));

        tab.GoTo(tab.Page.FindAll(".row a")[0].GetAttribute("href")!);

        tab.Eventually(page => page.FindAll("aside .b .text").Select(text => text.TextContent).ShouldBe(["an older text", "Your code is 4821"]));
        tab.Page.Find("aside .big button").GetAttribute("data-copy").ShouldBe("4821");
        tab.Eventually(page => page.FindAll(".row.unread p").Select(text => text.TextContent).ShouldBe(["an older text"]));
        tab.Address.ShouldEndWith($"inbox?m={id}");
    }

    [Fact]
    public async Task Message_OfAForeignLine_IsNotThere()
    {
        var foreign = await inbox.DeliverAsync(await inbox.AddLineAsync(), "not for her");

        await using var tab = await OpenAsync([await inbox.AddLineAsync()], $"inbox?m={foreign}");

        tab.Eventually(page => page.Find("aside h2").TextContent.ShouldBe("This message is not there"));
        tab.Page.Markup.ShouldNotContain("not for her");
    }

    [Fact]
    public async Task Grant_TakenAway_TakesRowsAndPanelAway()
    {
        var line = await inbox.AddLineAsync();
        var id = await inbox.DeliverAsync(line, "was hers");
        await using var tab = await OpenAsync([line], $"inbox?m={id}");
        tab.Eventually(page => page.FindAll("aside .b").Count.ShouldBe(1));

        await inbox.RevokeAsync(line);

        tab.Eventually(page => page.Markup.ShouldNotContain("was hers"));
    }

    [Fact]
    public async Task MarkAll_Pressed_LeavesNothingUnread()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync(line);
        await inbox.DeliverAsync(line, "one");
        await inbox.DeliverAsync(line, "two");
        tab.Eventually(page => page.FindAll(".row.unread").Count.ShouldBe(2));

        await tab.Page.Find(".head button").ClickAsync(new());

        tab.Eventually(page => page.FindAll(".row.unread").ShouldBeEmpty());
        tab.Eventually(_ => tab.Get<UnreadCount>().Value.ShouldBe(0));
    }

    [Fact]
    public async Task Filter_InTheAddress_NarrowsWhatIsThereAndWhatComes()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync([line], "inbox?code=1");
        tab.Eventually(page => page.Find(".state h2").TextContent.ShouldBe("Nothing matches"));

        await inbox.DeliverAsync(line, "no code in here");
        await inbox.DeliverAsync(line, "Your code is 4821", code: "4821");

        tab.Eventually(page => page.FindAll(".row p").Select(text => text.TextContent).ShouldBe(["Your code is 4821"]));
    }

    [Fact]
    public async Task Search_WithAMistake_SaysSoAndShowsTheRest()
    {
        var line = await inbox.AddLineAsync();
        await inbox.DeliverAsync(line, "a text about parcels");
        await inbox.DeliverAsync(line, "a text about trains");

        await using var tab = await OpenAsync([line], "inbox?q=parcels%20form%3Aup");

        tab.Eventually(page => page.FindAll(".row p").Select(text => text.TextContent).ShouldBe(["a text about parcels"]));
        tab.Page.Find(".search-errors").TextContent.ShouldContain("form:");
    }

    [Fact]
    public async Task Text_Hostile_IsTextToTheLetter()
    {
        var line = await inbox.AddLineAsync();
        await using var tab = await OpenAsync(line);
        const string Hostile = "<img src=x onerror=alert(1)> \u202Eevil\u202C <a href='https://example.org'>x</a>";

        await inbox.DeliverAsync(line, Hostile);

        tab.Eventually(page => page.Find(".row p").TextContent.ShouldBe(Hostile));
        tab.Page.FindAll(".row p img, .row p a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_WithoutLines_IsToldWhatToDo()
    {
        await using var tab = await OpenAsync();

        tab.Eventually(page => page.Find(".state").TextContent.ShouldContain("An admin decides which lines you read"));
    }

    private Task<InboxTab> OpenAsync(params long[] lines) => OpenAsync(lines, "inbox");

    private async Task<InboxTab> OpenAsync(long[] lines, string address) => await InboxTab.OpenAsync(inbox, await inbox.AddMemberAsync(lines), address);

    private Task<InboxTab> OpenAsync(Guid member) => InboxTab.OpenAsync(inbox, member, "inbox");

    /// <summary>The page in a tab of its own, rendered by bUnit over the services of a real portal.</summary>
    private sealed class InboxTab : BunitContext
    {
        private readonly AsyncServiceScope _circuit;

        private InboxTab(AsyncServiceScope circuit) => _circuit = circuit;

        public IRenderedComponent<InboxPage> Page { get; private set; } = null!;

        public string Address => Services.GetRequiredService<BunitNavigationManager>().Uri;

        public static async Task<InboxTab> OpenAsync(InboxFixture inbox, Guid member, string address)
        {
            var circuit = await inbox.SignInAsync(member);
            var tab = new InboxTab(circuit);
            tab.Services.AddFallbackServiceProvider(circuit.ServiceProvider);
            tab.AddAuthorization().SetAuthorized("Member");
            tab.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
            tab.JSInterop.Mode = JSRuntimeMode.Loose;
            tab.JSInterop.SetupModule("./Pages/Inbox/Inbox.razor.js").SetupModule("watch", _ => true);
            tab.GoTo(address);
            tab.Render<TabStage>();
            await tab.Get<TabFeed>().ReadyAsync();
            tab.Page = tab.Render<InboxPage>();
            return tab;
        }

        public T Get<T>()
            where T : notnull => _circuit.ServiceProvider.GetRequiredService<T>();

        public void GoTo(string address) => Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);

        public void Eventually(Action<IRenderedComponent<InboxPage>> assert) => Page.WaitForAssertion(() => assert(Page), GiveUp);

        protected override async ValueTask DisposeAsyncCore()
        {
            await base.DisposeAsyncCore();
            await _circuit.DisposeAsync();
        }
    }
}
