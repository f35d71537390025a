using Shouldly;
using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.SmsPool;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPool;

/// <summary>How texts of orders are followed over several readings, and rentals over both paths.</summary>
public sealed class SmsPoolReadingTests : IAsyncLifetime
{
    private const string Pending = """[{"order_code":"AAAA","phonenumber":"12025550101","code":"0","full_code":"0","status":"pending","service":"Google"}]""";
    private readonly HandClock _clock = new();
    private readonly SmsPoolVendor _room = new();
    private ScriptedVendor _vendor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _vendor = await ScriptedVendor.StartAsync(_clock, ("key", "simsmspoolkey0000000000000000032"));
        _vendor.Answer("request/history", "[]");
        _vendor.Answer("request/active", "[]");
    }

    public ValueTask DisposeAsync() => _vendor.DisposeAsync();

    [Fact]
    public async Task OrderThatLeftTheListWithoutItsText_IsChecked()
    {
        _vendor.Answer("request/active", Pending);
        var first = await ReadAsync(null);
        _vendor.Answer("request/active", "[]");
        _vendor.Answer("sms/check", """{"status":3,"sms":"00415","full_sms":"Your code is 00415"}""", about: "AAAA");

        var second = await ReadAsync(first.NextCursor);
        var third = await ReadAsync(second.NextCursor);

        second.MoreNow.ShouldBeTrue();
        var message = third.Messages.ShouldHaveSingleItem();
        message.Text.ShouldBe("Your code is 00415");
        message.Number.ShouldBe("12025550101");
        third.MoreNow.ShouldBeFalse();
        (await ReadAsync(third.NextCursor)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task OrderWhoseListShowsTheCodeOnly_GetsItsWholeTextByACheck()
    {
        _vendor.Answer("request/active", """[{"order_code":"AAAA","code":"00415","full_code":""}]""");
        _vendor.Answer("sms/check", """{"status":3,"sms":"00415","full_sms":"Your code is 00415"}""", about: "AAAA");

        var first = await ReadAsync(null);
        var second = await ReadAsync(first.NextCursor);

        first.Messages.ShouldBeEmpty();
        second.Messages.ShouldHaveSingleItem().Text.ShouldBe("Your code is 00415");
    }

    [Theory]
    [InlineData("""{"status":6,"message":"refunded","resend":0}""", 200)]
    [InlineData("""{"status":5,"message":"cancelled","resend":0}""", 200)]
    public async Task OrderThatEndedWithoutAText_IsForgotten(string check, int status)
    {
        _vendor.Answer("request/active", Pending);
        var first = await ReadAsync(null);
        _vendor.Answer("request/active", "[]");
        _vendor.Answer("sms/check", check, status, about: "AAAA");
        var third = await ReadAsync((await ReadAsync(first.NextCursor)).NextCursor);
        _vendor.Calls.Clear();

        var fourth = await ReadAsync(third.NextCursor);

        fourth.PossibleGap.ShouldBeFalse();
        _vendor.Calls.ShouldBe(["request/active"]);
    }

    [Fact]
    public async Task CheckThatFails_DoesNotStopTheOthers_AndIsTriedAgain()
    {
        _vendor.Answer("request/active", """[{"order_code":"AAAA","code":"0"},{"order_code":"BBBB","code":"0"}]""");
        var first = await ReadAsync(null);
        _vendor.Answer("request/active", "[]");
        _vendor.Answer("sms/check", "", 500, about: "AAAA");
        _vendor.Answer("sms/check", """{"status":3,"sms":"1","full_sms":"Of B"}""", about: "BBBB");
        var third = await ReadAsync((await ReadAsync(first.NextCursor)).NextCursor);
        _vendor.Answer("sms/check", """{"status":3,"sms":"1","full_sms":"Of A"}""", about: "AAAA");

        var fourth = await ReadAsync(third.NextCursor);

        third.Messages.ShouldHaveSingleItem().Text.ShouldBe("Of B");
        third.MoreNow.ShouldBeFalse("a check that failed waits for the next poll");
        fourth.Messages.ShouldHaveSingleItem().Text.ShouldBe("Of A");
    }

    [Theory]
    [InlineData("sms/check", 429, VendorFailureKind.RateLimited)]
    [InlineData("request/active", 500, VendorFailureKind.VendorDown)]
    public async Task CallThatFails_HasConsumedNothing(string path, int status, VendorFailureKind kind)
    {
        _vendor.Answer("request/active", Pending);
        var first = await ReadAsync(null);
        _vendor.Answer("request/active", "[]");
        var second = await ReadAsync(first.NextCursor);
        _vendor.Answer("sms/check", """{"status":3,"sms":"1","full_sms":"The text"}""");
        _vendor.Answer(path, "", status);

        (await Should.ThrowAsync<VendorException>(() => ReadAsync(second.NextCursor))).Failure.Kind.ShouldBe(kind);
        _vendor.Answer("request/active", "[]");
        _vendor.Answer("sms/check", """{"status":3,"sms":"1","full_sms":"The text"}""");

        (await ReadAsync(second.NextCursor)).Messages.ShouldHaveSingleItem().Text.ShouldBe("The text");
    }

    [Fact]
    public async Task OrderThatCannotBeReadForEver_IsGivenUpAndCalledAGap()
    {
        _vendor.Answer("request/active", Pending);
        var reading = await ReadAsync(null);
        _vendor.Answer("request/active", "[]");
        var gaps = 0;

        for (var poll = 0; poll < 100; poll++)
        {
            reading = await ReadAsync(reading.NextCursor);
            gaps += reading.PossibleGap ? 1 : 0;
        }

        gaps.ShouldBe(1);
        _vendor.Calls.Count(call => call == "sms/check").ShouldBeLessThan(60);
    }

    [Fact]
    public async Task HistoryIsRead_FirstAndAfterALongPause_NotInBetween()
    {
        const string old = """[{"order_code":"OLD1","code":"7","full_code":"From the past: 7","status":"completed","completed_on":"2026-06-30 12:00:00"}]""";
        _vendor.Answer("request/history", old);
        var first = await ReadAsync(null);
        var second = await ReadAsync(first.NextCursor);
        _clock.Now += TimeSpan.FromHours(1);
        var third = await ReadAsync(second.NextCursor);

        first.Messages.ShouldHaveSingleItem().At.ShouldBe(new DateTimeOffset(2026, 6, 30, 10, 0, 0, TimeSpan.Zero));
        second.Messages.ShouldBeEmpty();
        third.Messages.ShouldHaveSingleItem().Identity.ShouldBe(first.Messages[0].Identity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"At":"2026-07-01T12:00:00Z","Open":[null]}""")]
    [InlineData("""{"At":"2026-07-01T12:00:00Z"}""")]
    public async Task CursorThatCannotBeRead_IsAFirstReading(string cursor)
    {
        await ReadAsync(cursor);

        _vendor.Calls.ShouldBe(["request/history", "request/active"]);
    }

    [Theory]
    [InlineData("rental/retrieve_status.php")]
    [InlineData("rental/retrieve_status")]
    public async Task RentalStatus_OnEitherPath_IsFoundAndRemembered(string path)
    {
        _vendor.Answer(path, """{"success":1,"status":{"expiry":1654495533,"available":0,"phonenumber":"12025550101","activeFor":0}}""");
        await ReadRentalAsync();
        _vendor.Calls.Clear();

        var reading = await ReadRentalAsync();

        _vendor.Calls.ShouldBe([path]);
        reading.Line.ShouldNotBeNull().Available.ShouldBe(false);
    }

    [Fact]
    public async Task RentalTexts_AreReadOnlyWhileAvailable()
    {
        _vendor.Answer("rental/retrieve_messages", Payload.Text("SmsPool", "rental-messages.json"));
        _vendor.Answer("rental/retrieve_status.php", """{"success":1,"status":{"expiry":1654495533,"available":0,"activeFor":0}}""");
        var asleep = await ReadRentalAsync();
        _vendor.Answer("rental/retrieve_status.php", """{"success":1,"status":{"expiry":1654495533,"available":1,"activeFor":90}}""");
        var awake = await ReadRentalAsync();

        asleep.Messages.ShouldBeEmpty();
        awake.Messages.Count.ShouldBe(2);
        awake.Line.ShouldNotBeNull().ActiveUntil.ShouldBe(_clock.Now.AddSeconds(90));
        _vendor.Calls.ShouldBe(["rental/retrieve_status.php", "rental/retrieve_status.php", "rental/retrieve_messages"]);
    }

    [Fact]
    public async Task UnknownRental_WithStatus404_IsNotFoundAndNoReasonToTryAnotherPath()
    {
        _vendor.Answer("rental/retrieve_status.php", """{"success":0,"message":"This rental could not be found."}""", 404);

        (await Should.ThrowAsync<VendorException>(ReadRentalAsync)).Failure.Kind.ShouldBe(VendorFailureKind.NotFound);
        _vendor.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Lines_WithoutRentalHistory_AreCompleteForOrdersOnly_AndItIsAskedOnce()
    {
        _vendor.Answer("request/active", Pending);

        var lines = await _room.ListLinesAsync(_vendor.Session, Stop);
        await _room.ListLinesAsync(_vendor.Session, Stop);

        lines.Lines.ShouldHaveSingleItem().Key.ShouldBe("AAAA");
        lines.CompleteFor.ShouldBe([LineKind.OneTime]);
        _vendor.Calls.Count(call => call == "rental/history").ShouldBe(1);
    }

    [Fact]
    public async Task Lines_WithRentalHistory_AreCompleteForBoth()
    {
        _vendor.Answer("rental/history", Payload.Text("SmsPool", "rental-history.json"));

        var lines = await _room.ListLinesAsync(_vendor.Session, Stop);

        lines.Lines.ShouldHaveSingleItem().Kind.ShouldBe(LineKind.Rental);
        lines.CompleteFor.ShouldBe([LineKind.OneTime, LineKind.Rental], ignoreOrder: true);
    }

    private Task<MessageReading> ReadAsync(string? cursor) => _room.ReadAccountMessagesAsync(_vendor.Session, cursor, Stop);

    private Task<MessageReading> ReadRentalAsync() => _room.ReadLineMessagesAsync(_vendor.Session, new VendorLine("RENT", LineKind.Rental), Stop);
}
