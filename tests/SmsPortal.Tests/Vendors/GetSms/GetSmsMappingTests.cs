using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.GetSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.GetSms;

public sealed class GetSmsMappingTests
{
    [Fact]
    public void ReadSms_DocumentedAnswer_GivesTextsOldestFirst()
    {
        var reading = GetSmsMapping.ToReading(GetSmsMapping.ToTexts(Payload.Answer("GetSms", "read_sms.json")), cursor: null);

        reading.Messages.Select(message => message.VendorCode).ShouldBe(["G-551858", "G-804036"]);
        var newest = reading.Messages[1];
        newest.LineKey.ShouldBe("mdn:18503814729");
        newest.LineKind.ShouldBe(LineKind.Found);
        newest.LineByNumber.ShouldBeTrue();
        newest.Sender.ShouldBe("22000");
        newest.Service.ShouldBe("Google");
        newest.Price.ShouldBe(1.20m);
        newest.At.ShouldBe(new DateTimeOffset(2020, 9, 14, 18, 42, 36, TimeSpan.Zero));
        newest.Identity.VendorId.ShouldBeNull();
        reading.PossibleGap.ShouldBeFalse();
    }

    [Fact]
    public void ReadSms_ObservedAnswer_TakesNumbersAsTextAndLiteralLineEnds()
    {
        var message = GetSmsMapping.ToReading(GetSmsMapping.ToTexts(Payload.Answer("GetSms", "read_sms.observed.json")), null).Messages.ShouldHaveSingleItem();

        message.Text.ShouldBe("Code 01234\nDo not share");
        message.Number.ShouldBe("18503814729");
        message.Sender.ShouldBe("22000");
        message.VendorCode.ShouldBeNull();
        message.Price.ShouldBe(0.32m);
    }

    [Fact]
    public void NoMessages_IsAnEmptyListAndNoFailure() =>
        GetSmsMapping.ToTexts(Payload.Of("""{"status": "error", "message":"No messages"}""")).ShouldBeEmpty();

    [Theory]
    [InlineData("Unauthorized", VendorFailureKind.KeyRejected)]
    [InlineData("Invalid service name Goooooogle", VendorFailureKind.NotFound)]
    [InlineData("Invalid request ID", VendorFailureKind.NotFound)]
    [InlineData("No numbers available, retry later", VendorFailureKind.NoStock)]
    [InlineData("The MDN is not available", VendorFailureKind.NoStock)]
    [InlineData("Your balance is too low", VendorFailureKind.NoCredit)]
    [InlineData("The moon is in the wrong phase", VendorFailureKind.Refused)]
    public void ErrorText_IsClassifiedAndKeptInTheVendorsWords(string words, VendorFailureKind kind)
    {
        var failure = Should.Throw<VendorException>(() => GetSmsMapping.Message(Payload.Of($$"""{"status":"error","message":"{{words}}"}"""))).Failure;

        failure.Kind.ShouldBe(kind);
        failure.Message.ShouldBe(words);
        failure.Field.ShouldBe(kind == VendorFailureKind.KeyRejected ? "api_key" : null);
    }

    [Theory]
    [InlineData("", 200, VendorFailureKind.BadAnswer)]
    [InlineData("<html>maintenance</html>", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok","message":[{"timest""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok"}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok","message":"soon"}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok","message":[7]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok","message":[{"timestamp":"1600108956","to":"18503814729","reply":{"a":1}}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"status":"ok","message":[{"timestamp":"soon","to":"18503814729","reply":"x"}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("[]", 200, VendorFailureKind.BadAnswer)]
    [InlineData("null", 200, VendorFailureKind.BadAnswer)]
    [InlineData("Unauthorized", 401, VendorFailureKind.KeyRejected)]
    [InlineData("{}", 403, VendorFailureKind.KeyRejected)]
    [InlineData("<html>not found</html>", 404, VendorFailureKind.NotFound)]
    [InlineData("<html>blocked</html>", 403, VendorFailureKind.BadAnswer)]
    public void BrokenAnswer_IsANamedFailureAndNeverAnEmptyList(string body, int status, VendorFailureKind kind) =>
        Should.Throw<VendorException>(() => GetSmsMapping.ToTexts(Payload.Of(body, status))).Failure.Kind.ShouldBe(kind);

    [Theory]
    [InlineData("request_status.json")]
    [InlineData("request_status.observed.json")]
    public void RequestStatus_ListOrObject_IsOneRequest(string file)
    {
        var answer = Payload.Answer("GetSms", file);

        var request = GetSmsMapping.Rows(GetSmsMapping.Message(answer), answer, GetSmsRequest.Read).ShouldHaveSingleItem();

        request.Id.ShouldBe("10000001");
        request.Status.ShouldBe("Reserved");
        request.TillExpiration.ShouldBe(890);
    }

    [Fact]
    public void ListServices_AllValuesAreTexts_AreRead()
    {
        var answer = Payload.Answer("GetSms", "list_services.json");

        var service = GetSmsMapping.Rows(GetSmsMapping.Message(answer), answer, GetSmsService.Read).ShouldHaveSingleItem();

        service.ShouldBe(new GetSmsService("Google", 1.00m, 74, 10m, 20.00m, 5.00m, 3));
    }

    [Theory]
    [InlineData("\"10.00\"", "10.00")]
    [InlineData("10.5", "10.5")]
    public void Balance_TextOrNumber_IsAnAmount(string json, string expected)
    {
        var answer = Payload.Of($$"""{"status":"ok","message":{{json}}}""");

        GetSmsMapping.ToBalance(GetSmsMapping.Message(answer), answer).ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }
}
