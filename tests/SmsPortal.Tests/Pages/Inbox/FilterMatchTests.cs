using Shouldly;
using SmsPortal.Storage;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class FilterMatchTests
{
    public static TheoryData<string, MessageFilter, bool> Cases => new()
    {
        { "nothing", new MessageFilter(), true },
        { "line", new MessageFilter { LineId = 5 }, true },
        { "another line", new MessageFilter { LineId = 6 }, false },
        { "group", new MessageFilter { GroupId = 1 }, true },
        { "vendor", new MessageFilter { VendorKey = "smspool" }, true },
        { "another vendor", new MessageFilter { VendorKey = "getsms" }, false },
        { "unread", new MessageFilter { UnreadOnly = true }, true },
        { "code", new MessageFilter { WithCodeOnly = true }, true },
        { "sent", new MessageFilter { Incoming = false }, false },
        { "since", new MessageFilter { Since = Rows.Noon }, true },
        { "since later", new MessageFilter { Since = Rows.Noon.AddSeconds(1) }, false },
        { "until is excluded", new MessageFilter { Until = Rows.Noon }, false },
        { "from, any case", new MessageFilter { From = "ub" }, true },
        { "to by digits", new MessageFilter { To = "555010" }, true },
        { "to by label", new MessageFilter { To = "driver" }, true },
        { "to another", new MessageFilter { To = "sales" }, false },
        { "party", new MessageFilter { Party = "Uber" }, true },
        { "party is exact", new MessageFilter { Party = "uber" }, false },
        { "word, any case", new MessageFilter { Words = ["CODE"] }, true },
        { "part of a word", new MessageFilter { Words = ["cod"] }, false },
        { "both words", new MessageFilter { Words = ["code", "missing"] }, false },
        { "phrase", new MessageFilter { Phrases = ["code is"] }, true },
        { "without", new MessageFilter { Without = ["482"] }, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Message_New_BelongsWhereTheStoreWouldPutIt(string name, MessageFilter filter, bool expected) =>
        FilterMatch.Matches(filter, Rows.Message(1), Rows.Line(), "QA").ShouldBe(expected, name);

    [Fact]
    public void Message_OfALineInAnotherGroup_DoesNotBelong() => FilterMatch.Matches(new MessageFilter { GroupId = 1 }, Rows.Message(1), Rows.Line(), "Sales").ShouldBeFalse();
}
