using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.JookSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.JookSms;

public sealed class JookSmsMappingTests
{
    [Fact]
    public void Sms_DocumentedAnswer_IsAnOutgoingTextWithItsContact()
    {
        var text = JookSmsMapping.One(Payload.Answer("JookSms", "sms.json"), JookSmsText.Read);

        text.Id.ShouldBe(113);
        text.Incoming.ShouldBeFalse();
        text.ExternalId.ShouldBeNull();
        text.Created.ShouldBe(new DateTimeOffset(2016, 6, 26, 19, 59, 36, TimeSpan.Zero));
        text.Contact!.DisplayName.ShouldBe("Nestor Panama");
        var message = JookSmsMapping.ToMessage(text);
        message.LineKey.ShouldBe("inbox");
        message.LineKind.ShouldBe(LineKind.TwoWay);
        message.Sender.ShouldBe("+50768819519");
        message.Number.ShouldBeNull();
        message.Status.ShouldBe("sent");
    }

    [Fact]
    public void SmsList_DocumentedAnswer_HoldsBothDirectionsAndANextPage()
    {
        var page = JookSmsMapping.Page(Payload.Answer("JookSms", "sms_list.json"), 1, JookSmsText.Read);

        page.Rows.Count.ShouldBe(15);
        page.HasMore.ShouldBeTrue();
        page.Rows.Single(text => text.Id == 103).ShouldSatisfyAllConditions(
            text => text.Incoming.ShouldBeTrue(),
            text => text.Contact.ShouldBeNull());
        page.Rows.Select(text => JookSmsMapping.ToMessage(text).Identity).Distinct().Count().ShouldBe(15);
    }

    [Fact]
    public void Search_IsoDates_AreRead() =>
        JookSmsMapping.Page(Payload.Answer("JookSms", "search.json"), 1, JookSmsText.Read).Rows.ShouldHaveSingleItem().Created
            .ShouldBe(new DateTimeOffset(2017, 3, 7, 15, 59, 48, TimeSpan.Zero));

    [Fact]
    public void Contacts_LastNameNull_IsKeptNull()
    {
        var page = JookSmsMapping.Page(Payload.Answer("JookSms", "contact_list.json"), 2, JookSmsContact.Read);

        page.HasMore.ShouldBeFalse();
        page.Rows.Single(contact => contact.Id == 12286).LastName.ShouldBeNull();
        page.Rows.Single(contact => contact.Id == 12282).Reference.ShouldBe("ab0039");
    }

    [Fact]
    public void ContactGroups_LinksAsEmptyList_IsTheLastPage()
    {
        var page = JookSmsMapping.Page(Payload.Answer("JookSms", "contact_group.json"), 1, JookSmsContactGroup.Read);

        page.HasMore.ShouldBeFalse();
        page.Rows.ShouldContain(new JookSmsContactGroup(4, "Group VIP"));
    }

    [Theory]
    [InlineData("""{"date":"2016-06-26 19:59:36.000000","timezone":"UTC","timezone_type":3}""", "2016-06-26T19:59:36Z")]
    [InlineData("""{"date":"2016-06-26 19:59:36.000000","timezone":"+02:00","timezone_type":1}""", "2016-06-26T17:59:36Z")]
    [InlineData("""{"date":"2016-06-26 19:59:36","timezone":"America/Panama","timezone_type":3}""", "2016-06-27T00:59:36Z")]
    [InlineData("\"2017-03-07T15:59:48+00:00\"", "2017-03-07T15:59:48Z")]
    [InlineData("""{"date":"2016-06-26 19:59:36.000000","timezone":"CST","timezone_type":2}""", null)]
    [InlineData("""{"date":"yesterday"}""", null)]
    [InlineData("17", null)]
    public void Created_InEveryForm_IsUtcOrNothing(string json, string? expected) =>
        JookSmsText.Read(LenientJson.Parse(Payload.Of($$"""{"id":"1","content":null,"direction":"incoming","created":{{json}}}""")))!.Created
            .ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void ContactInclude_EmptyList_IsNoContact() =>
        JookSmsText.Read(LenientJson.Parse(Payload.Of("""{"id":1,"content":"x","direction":"incoming","contact":{"data":[]}}""")))!.Contact.ShouldBeNull();

    [Theory]
    [InlineData("", 200, VendorFailureKind.BadAnswer)]
    [InlineData("<html/>", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"data":[{"id":1""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"data":[]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"result":"ok"}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"result":"ok","data":"none"}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"result":"ok","data":[{"id":"x","content":"a","direction":"incoming"}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"result":"ok","data":[{"id":7,"content":{},"direction":"incoming"}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"result":"ok","data":[],"meta":{"pagination":{"total":111,"total_pages":8,"links":[]}}}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"error":"access_denied","error_description":"The resource owner or authorization server denied the request."}""", 401, VendorFailureKind.KeyRejected)]
    [InlineData("<html/>", 401, VendorFailureKind.KeyRejected)]
    [InlineData("<html/>", 404, VendorFailureKind.NotFound)]
    [InlineData("""{"result":"error","message":"Message not found"}""", 200, VendorFailureKind.NotFound)]
    [InlineData("""{"result":"error","message":"Insufficient credits"}""", 200, VendorFailureKind.NoCredit)]
    [InlineData("""{"message":"The given data was invalid.","errors":{"to":["The to field is required."]}}""", 422, VendorFailureKind.Refused)]
    [InlineData("""{"result":"error","message":"Access token expired"}""", 200, VendorFailureKind.KeyRejected)]
    public void BrokenOrRefusingAnswer_IsANamedFailureAndNeverAnEmptyList(string body, int status, VendorFailureKind kind) =>
        Should.Throw<VendorException>(() => JookSmsMapping.Page(Payload.Of(body, status), 1, JookSmsText.Read)).Failure.Kind.ShouldBe(kind);

    [Theory]
    [InlineData("""{"result":"error","message":"x"}""", 200, CallEffect.None, true)]
    [InlineData("""{"result":"error","message":"x"}""", 200, CallEffect.Changes, false)]
    [InlineData("""{"result":"error","message":"access_denied"}""", 200, CallEffect.Changes, true)]
    [InlineData("""{"error":"invalid_request","error_description":"Check the \"access token\" parameter."}""", 400, CallEffect.Changes, true)]
    [InlineData("no", 401, CallEffect.Changes, true)]
    [InlineData("""{"result":"ok"}""", 200, CallEffect.None, false)]
    [InlineData("<html/>", 200, CallEffect.None, false)]
    public void NewToken_IsAskedForWhereItMayHelpAndCannotRepeatAnEffect(string body, int status, CallEffect effect, bool expected) =>
        JookSmsMapping.AsksForNewToken(Payload.Of(body, status, effect)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"error":"invalid_client","error_description":"Client authentication failed."}""", 401, "client_secret")]
    [InlineData("""{"error":"invalid_request","error_description":"Check the \"client_id\" parameter."}""", 400, "client_id")]
    [InlineData("""{"result":"error","message":"Client authentication failed."}""", 200, "client_secret")]
    public void Token_RefusedCredentials_NameTheField(string body, int status, string field)
    {
        var failure = Should.Throw<VendorException>(() => JookSmsToken.Read(Payload.Of(body, status), DateTimeOffset.UnixEpoch)).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("3600", 3300)]
    [InlineData("\"3600\"", 3300)]
    [InlineData("600", 540)]
    [InlineData("null", 3300)]
    [InlineData("-5", 0)]
    public void Token_IsRenewedBeforeItsEnd(string expiresIn, int seconds) =>
        JookSmsToken.Read(Payload.Of($$"""{"access_token":"t0ken","token_type":"Bearer","expires_in":{{expiresIn}}}"""), DateTimeOffset.UnixEpoch).RenewAt
            .ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(seconds));
}
