using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.CoolSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.CoolSms;

/// <summary>What is believed of an answer, and what a failure is called.</summary>
public sealed class CoolSmsAnswersTests
{
    [Fact]
    public void OkSample_ThatIsNotJson_IsAccepted() =>
        CoolSmsFailures.Accept(Payload.Answer("CoolSms", "ok.document.txt")).Text("response").ShouldBe("ok");

    [Theory]
    [InlineData("unknown-token.document.txt", 200)]
    [InlineData("unknown-token.php.json", 200)]
    [InlineData("unknown-token.php.json", 401)]
    [InlineData("unknown-token.php.json", 403)]
    public void UnknownToken_InEveryForm_IsAKeyRejectedThatNamesTheField(string payload, int status)
    {
        var failure = FailureOf(Payload.Answer("CoolSms", payload, status));

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("token");
        failure.Message.ShouldBe("unknown token");
    }

    [Theory]
    [InlineData("""{"response":"error","errors":["invalid number"]}""", 200, VendorFailureKind.NotFound, null)]
    [InlineData("""{"response":"error","error":"insufficient scope"}""", 200, VendorFailureKind.KeyRejected, null)]
    [InlineData("""{"response":"error","message":"Line is rebooting"}""", 200, VendorFailureKind.Refused, null)]
    [InlineData("""{"response":"error"}""", 200, VendorFailureKind.Refused, null)]
    [InlineData("""{"errors":[{"detail":"too many requests"}]}""", 200, VendorFailureKind.RateLimited, null)]
    [InlineData("<html>Unauthorized</html>", 401, VendorFailureKind.KeyRejected, "token")]
    [InlineData("", 403, VendorFailureKind.KeyRejected, "token")]
    [InlineData("<html>Blocked</html>", 403, VendorFailureKind.BadAnswer, null)]
    [InlineData("<html>Not here</html>", 404, VendorFailureKind.NotFound, null)]
    [InlineData("<html>Just a moment</html>", 200, VendorFailureKind.BadAnswer, null)]
    [InlineData("", 200, VendorFailureKind.BadAnswer, null)]
    [InlineData("{response: 'error', ['unkno", 200, VendorFailureKind.BadAnswer, null)]
    [InlineData("ok", 200, VendorFailureKind.BadAnswer, null)]
    public void Failure_IsClassified(string body, int status, VendorFailureKind kind, string? field)
    {
        var failure = FailureOf(Payload.Of(body, status));

        failure.Kind.ShouldBe(kind);
        failure.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("<html>Not here</html>", true)]
    [InlineData("""{"message":"Not Found"}""", true)]
    [InlineData("""{"response":"error","errors":["invalid number"]}""", false)]
    public void NotFoundStatus_MeansAnotherVersion_UnlessTheCallItselfAnswered(string body, bool expected) =>
        CoolSmsFailures.IsNoSuchCall(Payload.Of(body, 404)).ShouldBe(expected);

    [Theory]
    [InlineData("""{"response":"ok","lite_queue_window":180}""", 180)]
    [InlineData("""{"response":"ok","lite_queue_window":"240"}""", 240)]
    [InlineData("{response: 'ok', lite_queue_window: 120}", 120)]
    public void Status_TellsTheQueueWindow_InSeconds(string body, int seconds) =>
        CoolSmsStatus.Read(CoolSmsFailures.Accept(Payload.Of(body))).LiteQueueWindow.ShouldBe(TimeSpan.FromSeconds(seconds));

    private static VendorFailure FailureOf(VendorAnswer answer) => Should.Throw<VendorException>(() => CoolSmsFailures.Accept(answer)).Failure;
}
