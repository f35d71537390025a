using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;
using SmsPortal.Vendors.SmsPins;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPins;

public sealed class SmsPinsMappingTests
{
    [Fact]
    public void Telephones_DocumentedAnswer_AreLinesThroughTheirLastEasternDay()
    {
        var lines = SmsPinsMapping.ToLines(Payload.Answer("SmsPins", "telephones.json"));

        lines.CompleteFor.ShouldBe([LineKind.Telephone]);
        var line = lines.Lines.ShouldHaveSingleItem();
        line.Key.ShouldBe("23354");
        line.Number.ShouldBe("2123451356");
        line.AddedAt.ShouldBe(new DateTimeOffset(2018, 2, 11, 5, 0, 0, TimeSpan.Zero));

        // 2018-03-10 ends before, 2018-03-11 begins on the day of the clock change: midnight is still standard time.
        line.ExpiresAt.ShouldBe(new DateTimeOffset(2018, 3, 11, 5, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Texts_OfAllChecks_AreSplitAndOldestFirst()
    {
        var reading = SmsPinsMapping.ToReading(SmsPinsMapping.Rows(Payload.Answer("SmsPins", "smses_by_tid.json"), SmsPinsCheck.Read), "23354");

        reading.Messages.Select(message => message.Text).ShouldBe(["Test SMS 4", "Test SMS 5", "Test SMS 1"]);
        reading.Messages.Select(message => message.Number).ShouldBe(["9171234567", "9171234567", "2123451356"]);
        reading.Messages.ShouldAllBe(message => message.LineKey == "23354" && message.Sender == null);
        reading.Messages[2].At.ShouldBe(new DateTimeOffset(2018, 2, 26, 18, 21, 19, TimeSpan.Zero));
        reading.Messages.Select(message => message.Identity).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Texts_ByStatusAndByTelephone_HaveTheSameIdentities()
    {
        var followed = SmsPinsMapping.ToCheck(Check("""{"request_id":11183,"telephone":"9171234567","smses":"Test SMS 4|Test SMS 5","status":"SUCCESS","updated_at":"2018-02-26 12:57:43"}"""), "23354");
        var listed = SmsPinsMapping.ToReading(SmsPinsMapping.Rows(Payload.Answer("SmsPins", "smses_by_tid.json"), SmsPinsCheck.Read), "23354");

        followed.Messages.Select(message => message.Identity).ShouldBe(listed.Messages.Take(2).Select(message => message.Identity));
    }

    [Fact]
    public void Texts_TwinsInOneCheck_DifferByPosition() =>
        SmsPinsMapping.ToMessages(Check("""{"request_id":"1","smses":"Code 1| Code 1 ||"}"""), "23354").Select(message => message.Identity).Distinct().Count().ShouldBe(2);

    [Fact]
    public void Check_StillPending_HasNoTextsWhateverTheSampleShows()
    {
        var check = SmsPinsMapping.ToCheck(SmsPinsMapping.One(Payload.Answer("SmsPins", "status.json"), SmsPinsCheck.Read), "23354");

        check.State.ShouldBe(CheckState.Pending);
        check.IsOver.ShouldBeFalse();
        check.Messages.ShouldBeEmpty();
        check.QueuedAt.ShouldBe(new DateTimeOffset(2018, 4, 26, 0, 14, 16, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("ACQUIRED", CheckState.Acquired)]
    [InlineData("STARTED", CheckState.Started)]
    [InlineData("SUCCESS", CheckState.Succeeded)]
    [InlineData("FAIL", CheckState.Failed)]
    [InlineData("FAILED", CheckState.Failed)]
    [InlineData("CANCELED", CheckState.Canceled)]
    [InlineData("REMOVED", CheckState.Removed)]
    [InlineData("DREAMING", CheckState.Unknown)]
    public void Check_EveryStatusWord_HasItsState(string word, CheckState state) =>
        SmsPinsMapping.ToCheck(Check($$"""{"request_id":"1","status":"{{word}}"}"""), "23354").State.ShouldBe(state);

    [Fact]
    public void Request_ListOfOne_GivesItsId() =>
        SmsPinsMapping.One(Payload.Answer("SmsPins", "request.json"), SmsPinsCheck.Read).RequestId.ShouldBe("15682");

    [Fact]
    public void NumberChanges_WithoutStatus_AreRead()
    {
        var change = SmsPinsMapping.Rows(Payload.Answer("SmsPins", "nc_requests.json"), SmsPinsNumberChange.Read).ShouldHaveSingleItem();

        change.ShouldSatisfyAllConditions(
            found => found.LastTelephone.ShouldBe("2121231234"),
            found => found.Telephone.ShouldBe("9171231234"),
            found => found.Status.ShouldBeNull(),
            found => found.SubmittedAt.ShouldBe(new DateTime(2018, 4, 25, 20, 10, 16)));
        SmsPinsMapping.One(Payload.Answer("SmsPins", "nc_status.json"), SmsPinsNumberChange.Read).RequestId.ShouldBe("15682");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"request_id":"1","telephone_id":"23354","smses":null,"telephone":"2123451356","updated_at":"2018-02-26 13:21:19"}]""")]
    public void NoTexts_InEveryForm_IsAnEmptyReading(string data) =>
        SmsPinsMapping.ToReading(SmsPinsMapping.Rows(Payload.Of($$"""{"success":true,"message":null,"data":{{data}}}"""), SmsPinsCheck.Read), "23354").Messages.ShouldBeEmpty();

    private static SmsPinsCheck Check(string json) => SmsPinsCheck.Read(LenientJson.Parse(Payload.Of(json)))!;
}
