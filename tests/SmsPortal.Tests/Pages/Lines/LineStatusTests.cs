using Shouldly;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Web.Pages.Lines;
using SmsPortal.Web.Resources;
using Xunit;

namespace SmsPortal.Tests.Pages.Lines;

public sealed class LineStatusTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly LineAccount Well = new(AccountState.Active, null, 0);

    [Theory]
    [InlineData(18, "ok")]
    [InlineData(5, "warn")]
    [InlineData(1, "bad")]
    public void Rental_ByItsDays_IsCalmOrNot(int days, string color) => Of(Line(LineKind.Rental) with { ExpiresAt = Noon.AddDays(days) }).Kind.ShouldBe(color);

    [Fact]
    public void Rental_LongToGo_NamesItsDays() => Of(Line(LineKind.Rental) with { ExpiresAt = Noon.AddDays(18) }).Text.ShouldBe("18 days left");

    [Fact]
    public void Rental_Over_HasEnded() => Of(Line(LineKind.Rental) with { ExpiresAt = Noon }).ShouldBe(new LineStatus("bad", Strings.StateEnded));

    [Fact]
    public void OneTime_Open_CountsDown()
    {
        var status = Of(Line(LineKind.OneTime) with { ExpiresAt = Noon.AddMinutes(14) });

        (status.Moment, status.Until).ShouldBe((Noon.AddMinutes(14), Strings.TimeLeft));
    }

    [Fact]
    public void OneTime_Gone_IsFinishedAndAnotherLineIsGone()
    {
        Of(Line(LineKind.OneTime) with { GoneAt = Noon }).Text.ShouldBe(Strings.StateFinished);
        Of(Line(LineKind.Line) with { GoneAt = Noon }).Text.ShouldBe(Strings.LineGone);
    }

    [Fact]
    public void Telephone_Checked_SaysWhen()
    {
        var check = new LineCheck(CheckState.Succeeded, Noon.AddMinutes(-2), Noon.AddMinutes(-1), null);

        var status = LineStatus.Of(Line(LineKind.Telephone), Well, check, Noon);

        (status.Kind, status.Moment).ShouldBe(("ok", Noon.AddMinutes(-1)));
    }

    [Fact]
    public void Telephone_WithAnOpenOrFailedCheck_SaysSo()
    {
        LineStatus.Of(Line(LineKind.Telephone), Well, new LineCheck(CheckState.Started, Noon, null, null), Noon).Text.ShouldBe(Strings.StateChecking);
        LineStatus.Of(Line(LineKind.Telephone), Well, new LineCheck(CheckState.Failed, Noon, Noon, "no agent"), Noon).ShouldBe(new LineStatus("warn", Strings.StateCheckFailed) { Title = "no agent" });
        Of(Line(LineKind.Telephone)).Text.ShouldBe(Strings.StateNotChecked);
    }

    [Fact]
    public void Telephone_AboutToEnd_SaysThatFirst() =>
        LineStatus.Of(Line(LineKind.Telephone) with { ExpiresAt = Noon.AddDays(1) }, Well, new LineCheck(CheckState.Succeeded, Noon, Noon, null), Noon).Kind.ShouldBe("bad");

    [Fact]
    public void LiteLine_WhoseStateIsUnknown_DoesNotGuess() => Of(Line(LineKind.LiteLine)).Text.ShouldBe(Strings.StateLiteUnknown);

    [Fact]
    public void Trouble_OfTheAccountOrTheLine_StandsBeforeTheKind()
    {
        var rental = Line(LineKind.Rental) with { ExpiresAt = Noon.AddDays(18) };

        LineStatus.Of(rental, new LineAccount(AccountState.Active, "KeyRejected", 1), null, Noon).Kind.ShouldBe("bad");
        LineStatus.Of(rental, new LineAccount(AccountState.Active, "VendorDown", 3), null, Noon).Text.ShouldBe(Strings.VendorNotAnswering);
        LineStatus.Of(rental, new LineAccount(AccountState.Paused, null, 0), null, Noon).Text.ShouldBe(Strings.StatePaused);
        Of(rental with { PollFailure = "not available" }).Title.ShouldBe("not available");
    }

    private static LineStatus Of(LineRow line) => LineStatus.Of(line, Well, null, Noon);

    private static LineRow Line(LineKind kind) => new() { Id = 1, AccountId = 1, VendorKey = "smspool", AccountName = "Test", LineKey = "key", Kind = kind };
}
