using Shouldly;
using SmsPortal.Model;
using SmsPortal.Vendors;
using SmsPortal.Web.Pages.Admin.Vendors;
using SmsPortal.Web.Resources;
using Xunit;

namespace SmsPortal.Tests.Pages.Vendors;

public sealed class AccountStatusTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Account_ThatAnswered_IsWellSinceThen()
    {
        var status = AccountStatus.Of(AccountState.Active, new AccountHealth { LastSuccessAt = Noon.AddSeconds(-3) }, Noon);

        status.Kind.ShouldBe("ok");
        status.AnsweredAt.ShouldBe(Noon.AddSeconds(-3));
        status.Explanation.ShouldBeNull();
    }

    [Theory]
    [InlineData(VendorFailureKind.KeyRejected, "bad", true)]
    [InlineData(VendorFailureKind.VendorDown, "warn", false)]
    [InlineData(VendorFailureKind.RateLimited, "warn", false)]
    [InlineData(VendorFailureKind.BadAnswer, "warn", false)]
    [InlineData(VendorFailureKind.OutcomeUnknown, "warn", false)]
    public void Account_InTrouble_SaysTheVendorsWordsAndWhenItIsTriedAgain(VendorFailureKind kind, string color, bool needsPerson)
    {
        var health = new AccountHealth { LastSuccessAt = Noon.AddHours(-1), FailureKind = kind.ToString(), FailureMessage = "Wrong key!", BlockedUntil = Noon.AddMinutes(4) };

        var status = AccountStatus.Of(AccountState.Active, health, Noon);

        (status.Kind, status.NeedsPerson).ShouldBe((color, needsPerson));
        status.Explanation.ShouldBe("Wrong key!");
        status.NextTryAt.ShouldBe(Noon.AddMinutes(4));
        status.AnsweredAt.ShouldBeNull();
    }

    [Fact]
    public void Account_WhoseWaitIsOver_NamesNoNextTry() =>
        AccountStatus.Of(AccountState.Active, new AccountHealth { FailureKind = "VendorDown", BlockedUntil = Noon }, Noon).NextTryAt.ShouldBeNull();

    [Fact]
    public void Account_WithAFailureOfANewerBuild_IsInTroubleAllTheSame() =>
        AccountStatus.Of(AccountState.Active, new AccountHealth { FailureKind = "SomethingNew" }, Noon).Kind.ShouldBe("warn");

    [Fact]
    public void Account_Paused_SaysSoWhateverItsHealth() =>
        AccountStatus.Of(AccountState.Paused, new AccountHealth { FailureKind = "KeyRejected", FailureMessage = "Wrong key!" }, Noon).Text.ShouldBe(Strings.AccountPaused);
}
