using Shouldly;
using SmsPortal.Web.Pages.Inbox;
using Xunit;

namespace SmsPortal.Tests.Pages.Inbox;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1-1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    [InlineData("|calc")]
    public void Text_ThatASpreadsheetWouldCalculate_IsText(string text) => CsvCell.Of(text).TrimStart('"').ShouldStartWith("'");

    [Fact]
    public void Number_WithItsPlus_Survives() => CsvCell.Of("+4915155501234").ShouldBe("'+4915155501234");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData(null, "")]
    public void Text_WithSigns_IsQuoted(string? text, string expected) => CsvCell.Of(text).ShouldBe(expected);
}
