using Shouldly;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class InboxQueryTests
{
    [Fact]
    public void Address_WithEverything_SaysEverything() =>
        new InboxQuery { Search = "from:Ü b&r", Line = 4, Group = 2, Vendor = "getsms", Unread = true, Code = true, Direction = "in", Since = "7d", Message = 9 }.Url
            .ShouldBe("inbox?q=from%3A%C3%9C%20b%26r&line=4&group=2&vendor=getsms&unread=1&code=1&dir=in&since=7d&m=9");

    [Fact]
    public void Address_OfNothing_IsBare()
    {
        new InboxQuery().Url.ShouldBe("inbox");
        new InboxQuery().Narrows.ShouldBeFalse();
    }

    [Fact]
    public void Message_Open_NarrowsNothing() => new InboxQuery { Message = 3 }.Narrows.ShouldBeFalse();

    [Theory]
    [InlineData("inbox", "inbox?m=7")]
    [InlineData("inbox?unread=1", "inbox?unread=1&m=7")]
    public void Row_Opened_KeepsItsList(string list, string expected) => InboxQuery.Open(list, 7).ShouldBe(expected);

    [Fact]
    public void Export_LeavesTheOpenMessageOut() => new InboxQuery { Unread = true, Message = 3 }.ExportUrl.ShouldBe("inbox/export.csv?unread=1");
}
