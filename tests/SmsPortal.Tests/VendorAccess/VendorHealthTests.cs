using Shouldly;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.VendorAccess;

/// <summary>How long a failure keeps the portal from calling.</summary>
public sealed class VendorHealthTests
{
    private static readonly GateOptions Options = new();

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(6, 480)]
    [InlineData(7, 900)]
    [InlineData(1000, 900)]
    public void AVendorThatIsDown_WaitsFrom15SecondsTo15Minutes(int consecutive, int seconds) =>
        VendorHealth.BackOff(new VendorFailure(VendorFailureKind.VendorDown, ""), consecutive, Options).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void RetryAfter_IsAFloor()
    {
        var limited = new VendorFailure(VendorFailureKind.RateLimited, "");
        VendorHealth.BackOff(limited with { RetryAfter = TimeSpan.FromHours(1) }, 1, Options).ShouldBe(TimeSpan.FromHours(1));
        VendorHealth.BackOff(limited with { RetryAfter = TimeSpan.FromSeconds(1) }, 3, Options).ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void AKeyThatOnlyLacksAScope_DoesNotStopTheAccount()
    {
        VendorHealth.BackOff(new VendorFailure(VendorFailureKind.KeyRejected, "insufficient scope"), 1, Options).ShouldBe(TimeSpan.Zero);
        VendorHealth.BackOff(new VendorFailure(VendorFailureKind.KeyRejected, "unknown token") { Field = "token" }, 1, Options).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void UnreadableAnswers_StopTheAccountOnlyFromTheThirdInARow()
    {
        var unreadable = new VendorFailure(VendorFailureKind.BadAnswer, "");
        VendorHealth.BackOff(unreadable, 2, Options).ShouldBe(TimeSpan.Zero);
        VendorHealth.BackOff(unreadable, 3, Options).ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void BusinessAnswers_AreNoTrouble()
    {
        foreach (var kind in (VendorFailureKind[])[VendorFailureKind.NoCredit, VendorFailureKind.NoStock, VendorFailureKind.NotFound, VendorFailureKind.Refused])
        {
            VendorHealth.IsTrouble(new VendorFailure(kind, "")).ShouldBeFalse();
        }
    }
}
