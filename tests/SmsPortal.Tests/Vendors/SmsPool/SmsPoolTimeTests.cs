using System.Globalization;
using Shouldly;
using SmsPortal.Vendors.SmsPool;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPool;

public sealed class SmsPoolTimeTests
{
    [Theory]
    [InlineData("2022-05-24 21:20:07", "2022-05-24T19:20:07Z")]
    [InlineData("2024-01-06 17:37:49", "2024-01-06T16:37:49Z")]
    [InlineData("11 May 2022 18:39:54", "2022-05-11T16:39:54Z")]
    [InlineData("1 January 2024 00:00:00", "2023-12-31T23:00:00Z")]
    [InlineData("1669382268", "2022-11-25T13:17:48Z")]
    // The hour that exists twice, and the one that does not exist.
    [InlineData("2024-10-27 02:30:00", "2024-10-27T01:30:00Z")]
    [InlineData("2024-03-31 02:30:00", "2024-03-31T01:30:00Z")]
    public void Time_AsTextIsAmsterdam_AndAsUnixIsUtc(string text, string utc) =>
        SmsPoolTime.Parse(text).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("99999999999999999999")]
    public void Time_ThatIsNone_IsNull(string? text) => SmsPoolTime.Parse(text).ShouldBeNull();
}
