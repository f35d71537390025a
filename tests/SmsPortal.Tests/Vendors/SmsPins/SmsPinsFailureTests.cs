using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.SmsPins;
using Xunit;

namespace SmsPortal.Tests.Vendors.SmsPins;

public sealed class SmsPinsFailureTests
{
    private const string SignInPage = "<html><body><form action=\"/login\"><input type=\"password\"></form></body></html>";

    [Theory]
    [InlineData("Unable to find Telephone ID", VendorFailureKind.NotFound)]
    [InlineData("Unable to find request", VendorFailureKind.NotFound)]
    [InlineData("Perhaps time to cancel request has elapsed", VendorFailureKind.Refused)]
    [InlineData("Invalid API key", VendorFailureKind.KeyRejected)]
    public void ErrorText_IsClassifiedAndKeptInTheVendorsWords(string words, VendorFailureKind kind)
    {
        var failure = Should.Throw<VendorException>(() => SmsPinsMapping.Data(Payload.Of($$"""{"success":false,"message":"{{words}}","data":null}"""))).Failure;

        failure.Kind.ShouldBe(kind);
        failure.Message.ShouldBe(words);
    }

    [Theory]
    [InlineData("", 200, VendorFailureKind.BadAnswer)]
    [InlineData("<html>Bad gateway of a front server</html>", 200, VendorFailureKind.BadAnswer)]
    [InlineData(SignInPage, 200, VendorFailureKind.KeyRejected)]
    [InlineData("no", 401, VendorFailureKind.KeyRejected)]
    [InlineData("{}", 403, VendorFailureKind.KeyRejected)]
    [InlineData("{}", 200, VendorFailureKind.BadAnswer)]
    [InlineData("<html/>", 404, VendorFailureKind.NotFound)]
    [InlineData("""{"success":true,"data":"x"}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"success":true,"data":[7]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"success":true,"data":[{"request_id":"1","smses":["a"]}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"success":true,"data":[{"request_id":["1"],"smses":"a"}]}""", 200, VendorFailureKind.BadAnswer)]
    [InlineData("""{"success":true,"data":[{"requ""", 200, VendorFailureKind.BadAnswer)]
    public void BrokenAnswer_IsANamedFailureAndNeverAnEmptyList(string body, int status, VendorFailureKind kind) =>
        Should.Throw<VendorException>(() => SmsPinsMapping.Rows(Payload.Of(body, status), SmsPinsCheck.Read)).Failure.Kind.ShouldBe(kind);

    [Theory]
    [InlineData("""{"success":false,"message":"No access","data":null}""")]
    [InlineData("""{"success":false,"message":null,"data":null}""")]
    [InlineData(SignInPage)]
    public void Telephones_Refused_MeansTheKey(string body)
    {
        var failure = Should.Throw<VendorException>(() => SmsPinsMapping.ToLines(Payload.Of(body))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        failure.Field.ShouldBe("key");
    }

    [Theory]
    [InlineData("<html>oops</html>")]
    [InlineData("""{"success":true,"data":null}""")]
    [InlineData("""{"success":true,"data":[]}""")]
    [InlineData("""{"success":tr""")]
    public void RequestOfACheck_WithAnUnreadableAnswer_HasAnUnknownOutcome(string body) =>
        Should.Throw<VendorException>(() => SmsPinsMapping.One(Payload.Of(body, 200, CallEffect.Changes), SmsPinsCheck.Read)).Failure.Kind.ShouldBe(VendorFailureKind.OutcomeUnknown);

    [Fact]
    public async Task Key_InThePath_IsInNoFailure()
    {
        const string key = "scripted key/1";
        await using var vendor = await ScriptedServer.StartAsync((call, _) => (200, $"<html>{call} is not here</html>"));
        var session = vendor.Session(null, ("key", key));

        var echoed = await Should.ThrowAsync<VendorException>(new SmsPinsVendor().ListLinesAsync(session, default));
        var gone = await Should.ThrowAsync<VendorException>(new SmsPinsVendor().ListLinesAsync(session with { BaseAddress = new Uri("http://127.0.0.1:1/") }, default));

        echoed.Failure.Raw.ShouldNotBeNull().ShouldContain("***");
        foreach (var thrown in new[] { echoed, gone })
        {
            $"{thrown} {thrown.Failure}".ShouldNotContain("scripted", Case.Insensitive);
        }
    }
}
