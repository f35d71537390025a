using Shouldly;
using SmsPortal.Reading;
using SmsPortal.Storage;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class SearchParserTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void Text_Empty_NarrowsNothing()
    {
        var parsed = Parse("   ");

        parsed.Errors.ShouldBeEmpty();
        parsed.Filter.NarrowsLines.ShouldBeFalse();
        parsed.Filter.NarrowsRows.ShouldBeFalse();
    }

    [Fact]
    public void Words_PlainPhraseAndWithout_GoTheirWays()
    {
        var filter = Good("verification \"is your\" -test -\"do not\"");

        filter.Words.ShouldBe(["verification"]);
        filter.Phrases.ShouldBe(["is your"]);
        filter.Without.ShouldBe(["test", "do not"]);
    }

    [Theory]
    [InlineData("804036")]
    [InlineData("G-804036")]
    [InlineData("验证码")]
    [InlineData("!!!")]
    [InlineData("14:30")]
    [InlineData("https://example.org/a")]
    public void Word_ThatTheIndexOfWordsWouldMiss_IsSearchedToTheLetter(string text)
    {
        var filter = Good(text);

        filter.Words.ShouldBeEmpty();
        filter.Phrases.ShouldBe([text]);
    }

    [Fact]
    public void Operators_AllKnown_FillTheFilter()
    {
        var filter = Good("from:Uber to:\"Driver tests\" group:qa vendor:getsms is:unread has:code after:2026-11-01 before:2026-11-20");

        filter.From.ShouldBe("Uber");
        filter.To.ShouldBe("Driver tests");
        filter.GroupId.ShouldBe(7);
        filter.VendorKey.ShouldBe("getsms");
        filter.UnreadOnly.ShouldBeTrue();
        filter.WithCodeOnly.ShouldBeTrue();
        filter.Since.ShouldBe(Midnight(new DateOnly(2026, 11, 1)));
        filter.Until.ShouldBe(Midnight(new DateOnly(2026, 11, 20)));
        filter.Searches.ShouldBeFalse();
    }

    [Theory]
    [InlineData("to:\"+1 (850) 381-4729\"", "18503814729")]
    [InlineData("to:850-381", "850381")]
    [InlineData("to:QA-7", "QA-7")]
    public void Number_AsPeopleWriteIt_IsSearchedByItsDigits(string text, string expected) => Good(text).To.ShouldBe(expected);

    [Theory]
    [InlineData("vendor:GetSMS", "getsms")]
    [InlineData("vendor:cool", "coolsms")]
    [InlineData("vendor:\"Cool SMS\"", "coolsms")]
    [InlineData("vendor:PI", "smspins")]
    public void Vendor_ByNameMarkOrBeginning_IsFound(string text, string key) => Good(text).VendorKey.ShouldBe(key);

    [Theory]
    [InlineData("is:received", true)]
    [InlineData("is:sent", false)]
    public void Is_Direction_IsTaken(string text, bool incoming) => Good(text).Incoming.ShouldBe(incoming);

    [Theory]
    [InlineData("after:today", "2026-11-20")]
    [InlineData("after:yesterday", "2026-11-19")]
    [InlineData("after:7d", "2026-11-13")]
    [InlineData("after:2w", "2026-11-06")]
    [InlineData("since:2026/01/31", "2026-01-31")]
    public void Day_AsPeopleWriteIt_IsItsMidnight(string text, string day) =>
        Good(text).Since.ShouldBe(Midnight(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("\"open", "quotation mark")]
    [InlineData("from:", "from")]
    [InlineData("form:uber", "form")]
    [InlineData("has:link", "has:code")]
    [InlineData("is:read", "is:unread")]
    [InlineData("vendor:nobody", "Cool SMS")]
    [InlineData("group:secret", "secret")]
    [InlineData("before:2026-02-30", "2026-02-30")]
    [InlineData("after:999999d", "999999d")]
    [InlineData("-from:uber", "minus")]
    public void Mistake_IsSaidInWords(string text, string saying) => Parse(text).Errors.ShouldHaveSingleItem().ShouldContain(saying);

    [Theory]
    [InlineData("group:secret")]
    [InlineData("vendor:nobody")]
    public void Name_ThatIsUnknown_MatchesNothingRatherThanEverything(string text) => Parse(text).Filter.NarrowsLines.ShouldBeTrue();

    [Fact]
    public void Mistake_BesideOthers_LeavesTheRestStanding()
    {
        var parsed = Parse("is:unread is:nonsense hello");

        parsed.Filter.UnreadOnly.ShouldBeTrue();
        parsed.Filter.Words.ShouldBe(["hello"]);
        parsed.Errors.Count.ShouldBe(1);
    }

    [Fact]
    public void Words_TooMany_AreCutAndSaid()
    {
        var parsed = Parse(string.Join(' ', Enumerable.Repeat("word", 40)));

        parsed.Filter.Words.Count.ShouldBeLessThan(40);
        parsed.Errors.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("-")]
    [InlineData("\"\"")]
    [InlineData(":")]
    [InlineData("a:b:c")]
    [InlineData("“curly quotes”")]
    [InlineData("from:\"")]
    public void Text_Odd_NeverThrows(string text) => Should.NotThrow(() => Parse(text));

    private static MessageFilter Good(string text)
    {
        var parsed = Parse(text);
        parsed.Errors.ShouldBeEmpty();
        return parsed.Filter;
    }

    private static ParsedSearch Parse(string text) => SearchParser.Parse(text, new SearchContext([new GroupChoice(7, "QA")], Today, Midnight));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
