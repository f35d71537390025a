using Bunit;
using Shouldly;
using SmsPortal.Jobs;
using SmsPortal.Model;
using SmsPortal.Tests.Support;
using SmsPortal.Vendors;
using SmsPortal.Web.Pages.Lines;
using SmsPortal.Web.Resources;
using Xunit;

namespace SmsPortal.Tests.Pages.Lines;

public sealed class LinePagesTests(PagesFixture portal) : IClassFixture<PagesFixture>
{
    [Fact]
    public async Task List_OfAMember_HoldsHerLinesAndNothingOfOthers()
    {
        var account = await portal.AddAccountAsync();
        var hers = await portal.AddLineAsync(account, "Hers");
        await portal.AddLineAsync(account, "Of others");

        await using var tab = await portal.OpenAsync<LineList>(await portal.AddMemberAsync(AccessLevel.Read, hers), "lines");

        tab.Eventually(page => page.FindAll("td.name a").Select(name => name.TextContent.Trim()).ShouldBe(["Hers"]));
        tab.Page.Markup.ShouldNotContain("Of others");
        tab.Page.FindAll("td.who").ShouldBeEmpty();
        tab.TextOf(".head .muted").ShouldBe("1");
    }

    [Fact]
    public async Task List_OfAnAdmin_NamesWhoCanReadAndWhereNobodyCan()
    {
        var account = await portal.AddAccountAsync("smspool");
        await portal.AddMemberAsync(AccessLevel.Read, await portal.AddLineAsync(account, "Granted"));
        await portal.AddLineAsync(account, "Not granted");

        await using var tab = await portal.OpenAsAdminAsync<LineList>($"lines?account={account}");

        tab.Eventually(page => page.FindAll("tbody tr").Count.ShouldBe(2));
        tab.Page.FindAll("tbody tr").Select(row => (row.QuerySelector("td.name a")!.TextContent.Trim(), row.QuerySelector("td.who")!.TextContent.Trim()))
            .ShouldBe([("Granted", "Mo Member"), ("Not granted", Strings.Nobody)], ignoreOrder: true);
    }

    [Fact]
    public async Task Text_Arriving_IsTheLinesLastText()
    {
        var account = await portal.AddAccountAsync();
        var line = await portal.AddLineAsync(account, key: "waiting");
        await using var tab = await portal.OpenAsync<LineList>(await portal.AddMemberAsync(AccessLevel.Read, line), "lines");
        tab.Eventually(page => page.FindAll("td.last").Count.ShouldBe(1));
        tab.Page.FindAll("td.last time").ShouldBeEmpty();

        await portal.DeliverAsync(account, "waiting", "Your code is 4821");

        tab.Eventually(page => page.FindAll("td.last time").Count.ShouldBe(1));
    }

    [Fact]
    public async Task Filter_InTheAddress_NarrowsAndOffersTheWayBack()
    {
        var account = await portal.AddAccountAsync();
        var (soon, late) = (await portal.AddLineAsync(account, "Soon", LineKind.Rental, DateTimeOffset.UnixEpoch.AddYears(50)), await portal.AddLineAsync(account, "Late", LineKind.Rental, DateTimeOffset.UnixEpoch.AddYears(300)));
        var member = await portal.AddMemberAsync(AccessLevel.Read, soon, late);

        await using var tab = await portal.OpenAsync<LineList>(member, "lines?expiring=1");
        tab.Eventually(page => page.FindAll("td.name a").Select(name => name.TextContent.Trim()).ShouldBe(["Soon"]));

        await using var none = await portal.OpenAsync<LineList>(member, "lines?q=zzz");
        none.Eventually(page => page.Find(".state a").GetAttribute("href").ShouldBe("lines"));
    }

    [Fact]
    public async Task Person_WithoutLines_IsToldWhatToDo()
    {
        await using var tab = await portal.OpenAsync<LineList>(await portal.AddMemberAsync(AccessLevel.Read), "lines");

        tab.Eventually(page => page.Find(".state p").TextContent.ShouldBe(Strings.NoLinesMember));
    }

    [Fact]
    public async Task Line_ForeignOrMissing_AnswersAlike()
    {
        var foreign = await portal.AddLineAsync(await portal.AddAccountAsync(), "Foreign");
        var member = await portal.AddMemberAsync(AccessLevel.Read);

        await using var theirs = await OpenAsync(member, foreign);
        await using var missing = await OpenAsync(member, 999_999);

        theirs.Eventually(page => page.Find(".state h2").TextContent.ShouldBe(Strings.LineNotThere));
        missing.Eventually(page => page.Find(".state h2").TextContent.ShouldBe(Strings.LineNotThere));
        theirs.Page.Markup.ShouldBe(missing.Page.Markup);
    }

    [Fact]
    public async Task Line_Open_ShowsItsTextsLiveAndIsWatched()
    {
        var account = await portal.AddAccountAsync();
        await portal.ExecuteAsync($"UPDATE vendor_account SET state = 0 WHERE id = {account}");
        var (line, other) = (await portal.AddLineAsync(account, key: "open"), await portal.AddLineAsync(account, key: "other"));
        await using var tab = await OpenAsync(await portal.AddMemberAsync(AccessLevel.Read, line, other), line);
        tab.Eventually(page => page.FindAll(".list .state").Count.ShouldBe(1));

        await portal.DeliverAsync(account, "other", "for the other line");
        await portal.DeliverAsync(account, "open", "for this line");

        tab.Eventually(page => page.FindAll(".row p").Select(text => text.TextContent).ShouldBe(["for this line"]));
        tab.Page.Find(".row a").GetAttribute("href")!.ShouldStartWith($"inbox?line={line}&m=");
        await portal.Get<Watch>().BeatAsync(CancellationToken.None);
        (await portal.ScalarAsync<bool>($"SELECT watched_until IS NOT NULL FROM phone_line WHERE id = {line}")).ShouldBeTrue();
        (await portal.ScalarAsync<bool>($"SELECT watched_until IS NOT NULL FROM phone_line WHERE id = {other}")).ShouldBeFalse();
    }

    [Fact]
    public async Task Grant_TakenAway_TakesThePageAway()
    {
        var line = await portal.AddLineAsync(await portal.AddAccountAsync(), "Was hers");
        await using var tab = await OpenAsync(await portal.AddMemberAsync(AccessLevel.Read, line), line);
        tab.Eventually(page => page.Find("h1").TextContent.Trim().ShouldBe("Was hers"));

        await portal.RevokeAsync(line);

        tab.Eventually(page => page.Markup.ShouldNotContain("Was hers"));
    }

    [Fact]
    public async Task Name_TypedByOneWhoMayOperate_IsTheLinesName()
    {
        var line = await portal.AddLineAsync(await portal.AddAccountAsync(), "Vendor's name");
        await using var reader = await OpenAsync(await portal.AddMemberAsync(AccessLevel.Read, line), line);
        await using var operating = await OpenAsync(await portal.AddMemberAsync(AccessLevel.Operate, line), line);
        reader.Eventually(page => page.Find("h1").TextContent.Trim().ShouldBe("Vendor's name"));
        reader.Page.FindAll("#line-label").ShouldBeEmpty();
        reader.Page.FindAll(".title button").ShouldBeEmpty();
        operating.Eventually(page => page.FindAll("#line-label").Count.ShouldBe(1));

        operating.Type("line-label", "Build bots");
        await operating.Page.Find(".facts form").SubmitAsync();

        operating.Eventually(page => page.Find("h1").TextContent.Trim().ShouldBe("Build bots"));
        reader.Eventually(page => page.Find("h1").TextContent.Trim().ShouldBe("Build bots"));
    }

    [Fact]
    public async Task Line_OfAnAdmin_SaysWhoCanReadItAndWhy()
    {
        var line = await portal.AddLineAsync(await portal.AddAccountAsync());
        await portal.AddMemberAsync(AccessLevel.Operate, line);

        await using var tab = await portal.OpenAsAdminAsync<LinePage>($"lines/{line}", page => page.Add(one => one.LineId, line));

        tab.Eventually(page => page.FindAll(".facts li").Select(reader => reader.TextContent.Trim()).ShouldContain($"Mo Member {Strings.MayOperate}, {Strings.GrantedHere}"));
    }

    [Fact]
    public async Task Telephone_WithAutoCheckPressed_WantsIt()
    {
        var line = await portal.AddLineAsync(await portal.AddAccountAsync("smspins"), kind: LineKind.Telephone);
        await using var tab = await OpenAsync(await portal.AddMemberAsync(AccessLevel.Operate, line), line);
        tab.Eventually(page => page.Find("[role=switch]").GetAttribute("aria-checked").ShouldBe("false"));

        await tab.Page.Find("[role=switch]").ClickAsync(new());

        tab.Eventually(page => page.Find("[role=switch]").GetAttribute("aria-checked").ShouldBe("true"));
        (await portal.ScalarAsync<bool>($"SELECT auto_check_wanted FROM phone_line WHERE id = {line}")).ShouldBeTrue();
    }

    private Task<PageTab<LinePage>> OpenAsync(Guid member, long line) => portal.OpenAsync<LinePage>(member, $"lines/{line}", page => page.Add(one => one.LineId, line));
}
