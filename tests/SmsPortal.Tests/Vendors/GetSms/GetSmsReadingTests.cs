using Shouldly;
using SmsPortal.Vendors.GetSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.GetSms;

public sealed class GetSmsReadingTests
{
    [Fact]
    public void FullAnswer_WithoutAnyRowSeenBefore_IsAPossibleGap()
    {
        var first = GetSmsMapping.ToReading([Row(1)], null);

        GetSmsMapping.ToReading([Row(4), Row(3), Row(2)], first.NextCursor).PossibleGap.ShouldBeTrue();
    }

    [Fact]
    public void FullAnswer_AfterAnEmptyOne_IsAPossibleGap() =>
        GetSmsMapping.ToReading([Row(3), Row(2), Row(1)], GetSmsMapping.ToReading([], null).NextCursor).PossibleGap.ShouldBeTrue();

    [Fact]
    public void FullAnswer_ThatOverlapsTheLast_IsNoGap()
    {
        var first = GetSmsMapping.ToReading([Row(2), Row(1)], null);

        GetSmsMapping.ToReading([Row(4), Row(3), Row(2)], first.NextCursor).PossibleGap.ShouldBeFalse();
    }

    [Fact]
    public void FullAnswer_OfTheFirstReading_IsNoGap() =>
        GetSmsMapping.ToReading([Row(3), Row(2), Row(1)], null).PossibleGap.ShouldBeFalse();

    [Fact]
    public void ShortAnswer_OfNewRows_IsNoGap() =>
        GetSmsMapping.ToReading([Row(3), Row(2)], GetSmsMapping.ToReading([Row(1)], null).NextCursor).PossibleGap.ShouldBeFalse();

    [Fact]
    public void Twins_InOneAnswer_DifferByOccurrenceOnly()
    {
        var reading = GetSmsMapping.ToReading([Row(1), Row(1)], null);

        reading.Messages[0].Identity.Text.ShouldBe(reading.Messages[1].Identity.Text);
        reading.Messages.Select(message => message.Identity.Occurrence).ShouldBe([1, 2]);
    }

    [Fact]
    public void SameRows_ReadTwice_HaveTheSameIdentities()
    {
        var first = GetSmsMapping.ToReading([Row(2), Row(1), Row(1)], null);
        var second = GetSmsMapping.ToReading([Row(2), Row(1), Row(1)], first.NextCursor);

        second.Messages.Select(message => message.Identity).ShouldBe(first.Messages.Select(message => message.Identity));
    }

    private static GetSmsText Row(int second) => new($"{1_600_000_000 + second}", "22000", "18503814729", "Google", 1.2m, $"Code {second}", null, null);
}
