using Shouldly;
using SmsPortal.Jobs;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Jobs;

/// <summary>Which texts are history.</summary>
public sealed class HistoryRuleTests
{
    private static readonly DateTimeOffset Connected = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly VendorAccount Account = new() { VendorKey = "getsms", Name = "A", CreatedAt = Connected };

    [Fact]
    public void AFirstReading_IsHistoryButForTextsThatCameMeanwhile()
    {
        HistoryRule.IsHistory(Text(Connected.AddDays(-1)), Account, isFirstReading: true).ShouldBeTrue();
        HistoryRule.IsHistory(Text(null), Account, isFirstReading: true).ShouldBeTrue();
        HistoryRule.IsHistory(Text(Connected.AddMinutes(2)), Account, isFirstReading: true).ShouldBeFalse();
        HistoryRule.IsHistory(Text(Connected.AddDays(-1)), Account, isFirstReading: false).ShouldBeFalse();
    }

    [Fact]
    public void ALineOfTheFirstList_HasAPast()
    {
        var line = Line(createdAt: Connected);
        HistoryRule.IsHistory(Text(null), line, Connected.AddSeconds(1)).ShouldBeTrue();
        HistoryRule.IsHistory(Text(null), line, accountsHistoryReadAt: null).ShouldBeTrue();
        HistoryRule.IsHistory(Text(null), line with { HistoryReadAt = Connected }, Connected.AddSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public void ALineThatCameLater_HasNoneButWhatTheVendorDatesWellBeforeIt()
    {
        var line = Line(createdAt: Connected.AddHours(1));
        HistoryRule.IsHistory(Text(null), line, Connected).ShouldBeFalse();
        HistoryRule.IsHistory(Text(line.CreatedAt.AddMinutes(-9)), line, Connected).ShouldBeFalse();
        HistoryRule.IsHistory(Text(line.CreatedAt.AddMinutes(-11)), line, Connected).ShouldBeTrue();
    }

    private static ClaimedLine Line(DateTimeOffset createdAt) => new() { Id = 1, LineKey = "1", Kind = LineKind.Line, CreatedAt = createdAt };

    private static VendorMessage Text(DateTimeOffset? at) => new() { Identity = new VendorIdentity("x"), LineKey = "1", LineKind = LineKind.Line, Text = "x", At = at };
}
