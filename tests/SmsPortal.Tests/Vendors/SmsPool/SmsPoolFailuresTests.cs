using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.SmsPool;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPool;

/// <summary>Every failure text of the document and of field-notes 2.2 has its kind.</summary>
public sealed class SmsPoolFailuresTests
{
    [Theory]
    [InlineData("Fill in all params!", VendorFailureKind.Refused)]
    [InlineData("No price was found for this query.", VendorFailureKind.NotFound)]
    [InlineData("This country is currently not available for this service, please try the following countries: ", VendorFailureKind.NoStock)]
    [InlineData("Insufficient balance, the price is: 0.85 while you only have: 0.00", VendorFailureKind.NoCredit)]
    [InlineData("This service is not available for this country.", VendorFailureKind.NoStock)]
    [InlineData("Something went horribly wrong, try again please!", VendorFailureKind.VendorDown)]
    [InlineData("We could not find this order!", VendorFailureKind.NotFound)]
    [InlineData("Phonenumber could not be requested again, try later again.", VendorFailureKind.Refused)]
    [InlineData("The service you entered is not available!", VendorFailureKind.NoStock)]
    [InlineData("You do not have enough balance, please top up your account with 0.00 dollars in order to purchase this rental.", VendorFailureKind.NoCredit)]
    [InlineData("Something has gone wrong, please try later again.", VendorFailureKind.VendorDown)]
    [InlineData("You selected a invalid amount of days! The following days are available: 7 14 30 ", VendorFailureKind.Refused)]
    [InlineData("No rental was found!", VendorFailureKind.NotFound)]
    [InlineData("This rental could not be found.", VendorFailureKind.NotFound)]
    [InlineData("This number could not be refunded as you already have refunded it.", VendorFailureKind.Refused)]
    [InlineData("TYou cannot refund a rental after 12 hours or after receiving one message.", VendorFailureKind.Refused)]
    [InlineData("Something went wrong on extending your rental, you have NOT been charged!", VendorFailureKind.Refused)]
    [InlineData("Your order cannot be cancelled yet, please try again later.", VendorFailureKind.Refused)]
    [InlineData("No available rentals found for your search.", VendorFailureKind.NoStock)]
    [InlineData("We could not find a suitable pool below the price of: 0.01", VendorFailureKind.NoStock)]
    [InlineData("A sentence nobody has seen before.", VendorFailureKind.Refused)]
    public void Message_WithSuccess0_IsClassifiedInTheVendorsWords(string message, VendorFailureKind kind)
    {
        var failure = FailureOf(System.Text.Json.JsonSerializer.Serialize(new { success = 0, message }), 200);

        failure.Kind.ShouldBe(kind);
        failure.Message.ShouldBe(message.Trim());
    }

    [Theory]
    [InlineData("""{"success":0,"errors":[{"message":"Invalid API key"}]}""", 403)]
    [InlineData("""{"errors":[{"message":"You are missing a required parameter for this request.","param":"key","description":"Your API key"}]}""", 400)]
    [InlineData("""{"success":0,"errors":[{"message":"Missing or invalid param: key","description":"Your API key which can be found on your settings page at /my/settings"}]}""", 200)]
    [InlineData("<html>Unauthorized</html>", 401)]
    [InlineData("""{"message":"Unauthorized"}""", 401)]
    public void WrongKey_IsAKeyRejectedThatNamesTheField(string body, int status)
    {
        var failure = FailureOf(body, status);

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("key");
    }

    [Theory]
    [InlineData("BALANCE_ERROR", VendorFailureKind.NoCredit)]
    [InlineData("OUT_OF_STOCK", VendorFailureKind.NoStock)]
    [InlineData("PRICE_NOT_FOUND", VendorFailureKind.NoStock)]
    [InlineData("NEW_TYPE", VendorFailureKind.Refused)]
    public void Type_DecidesWhereTheTextSaysNothing(string type, VendorFailureKind kind) =>
        FailureOf($$"""{"success":0,"type":"{{type}}","message":"No."}""", 422).Kind.ShouldBe(kind);

    [Fact]
    public void HtmlMessage_BecomesPlainText() =>
        FailureOf(Payload.Text("SmsPool", "out-of-stock.json"), 422).Message.ShouldBe("Pool Foxtrot: This service is not available & sold out. Pool Alpha: None left.");

    [Fact]
    public void PurchaseBlock_TellsHowLong()
    {
        var failure = FailureOf("""{"success":0,"message":"You have made too many failed purchases, please improve your success rate and try again in 6 hours."}""", 422);

        failure.Kind.ShouldBe(VendorFailureKind.Refused);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(6));
    }

    [Theory]
    [InlineData("<html>Just a moment</html>", 200, VendorFailureKind.BadAnswer)]
    [InlineData("<html>Blocked</html>", 403, VendorFailureKind.BadAnswer)]
    [InlineData("", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"success":0}""", 200, VendorFailureKind.Refused)]
    [InlineData("<html>No such page</html>", 404, VendorFailureKind.NotFound)]
    public void AnswerWithoutAReason_IsClassified(string body, int status, VendorFailureKind kind) => FailureOf(body, status).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("<html>No such page</html>", true)]
    [InlineData("", true)]
    [InlineData("""{"success":0,"message":"This rental could not be found."}""", false)]
    [InlineData("""{"errors":[{"message":"This rental could not be found."}]}""", false)]
    public void NotFoundStatus_MeansTheCallIsUnknown_UnlessTheCallItselfAnswered(string body, bool expected) =>
        SmsPoolFailures.IsNoSuchCall(Payload.Of(body, 404)).ShouldBe(expected);

    private static VendorFailure FailureOf(string body, int status) =>
        Should.Throw<VendorException>(() => SmsPoolFailures.Accept(Payload.Of(body, status))).Failure;
}
