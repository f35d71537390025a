using Shouldly;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Vendors;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("2018-04-25 20:14:16", "2018-04-26T00:14:16Z")]
    [InlineData("2018-02-26 13:21:19", "2018-02-26T18:21:19Z")]
    [InlineData("2018-03-10", "2018-03-10T05:00:00Z")]
    [InlineData("2026-11-01 00:30:00", "2026-11-01T04:30:00Z")]
    [InlineData("2026-11-01 01:30:00", "2026-11-01T05:30:00Z")]
    [InlineData("2026-11-01 02:30:00", "2026-11-01T07:30:00Z")]
    [InlineData("2026-03-08 01:30:00", "2026-03-08T06:30:00Z")]
    [InlineData("2026-03-08 02:30:00", "2026-03-08T07:30:00Z")]
    [InlineData("2026-03-08 03:30:00", "2026-03-08T07:30:00Z")]
    public void EasternTime_OnBothSidesOfAClockChange_IsAnInstant(string text, string expected) =>
        WallClock.ToUtc(WallClock.Read(text)!.Value, WallClock.Eastern).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2018-02-30")]
    [InlineData("soon")]
    public void Text_ThatIsNoTime_IsNothing(string? text) => WallClock.Read(text).ShouldBeNull();
}
