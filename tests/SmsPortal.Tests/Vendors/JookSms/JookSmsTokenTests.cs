using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.JookSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.JookSms;

public sealed class JookSmsTokenTests
{
    private const string Empty = """{"result":"ok","data":[],"meta":{"pagination":{"total":0,"count":0,"per_page":15,"current_page":1,"total_pages":1,"links":[]}}}""";

    [Fact]
    public async Task TwoCalls_ShareOneToken()
    {
        var calls = new List<string>();
        await using var vendor = await StartAsync(calls, _ => (200, Empty));
        var session = Session(vendor);

        await JookSmsClient.SmsPageAsync(session, 1, default);
        await JookSmsClient.SmsPageAsync(session, 1, default);

        calls.ShouldBe(["POST /oauth/access_token", "GET /sms/", "GET /sms/"]);
    }

    [Theory]
    [InlineData(401, """{"error":"access_denied","error_description":"denied"}""")]
    [InlineData(400, """{"error":"invalid_request","error_description":"Check the \"access token\" parameter."}""")]
    [InlineData(200, """{"result":"error","message":"nope"}""")]
    public async Task RefusedToken_IsRenewedOnceAndTheCallRepeated(int status, string body)
    {
        var calls = new List<string>();
        await using var vendor = await StartAsync(calls, bearer => bearer == "Bearer token-number-1" ? (status, body) : (200, Empty));
        var session = Session(vendor);
        await JookSmsClient.CheckTokenAsync(session, default);

        (await JookSmsClient.SmsPageAsync(session, 1, default)).Rows.ShouldBeEmpty();

        calls.ShouldBe(["POST /oauth/access_token", "GET /sms/", "POST /oauth/access_token", "GET /sms/"]);
    }

    [Fact]
    public async Task RefusalOfANewToken_EndsTheCall()
    {
        var calls = new List<string>();
        await using var vendor = await StartAsync(calls, _ => (401, """{"error":"access_denied"}"""));

        var failure = (await Should.ThrowAsync<VendorException>(JookSmsClient.SmsPageAsync(Session(vendor), 1, default))).Failure;

        failure.Kind.ShouldBe(VendorFailureKind.KeyRejected);
        calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task BrokenTokenAnswer_IsNotInTheFailure()
    {
        await using var vendor = await ScriptedServer.StartAsync((_, _) => (200, """{"access_token":"token-number-1","expi"""));

        var thrown = await Should.ThrowAsync<VendorException>(JookSmsClient.CheckTokenAsync(Session(vendor), default));

        thrown.Failure.Kind.ShouldBe(VendorFailureKind.BadAnswer);
        $"{thrown} {thrown.Failure}".ShouldNotContain("token-number");
    }

    [Fact]
    public async Task VendorThatWantsAGrantType_GetsIt()
    {
        var calls = new List<string>();
        await using var vendor = await ScriptedServer.StartAsync((call, request) =>
        {
            calls.Add($"{call} {request.Form["grant_type"]}");
            return request.Form.ContainsKey("grant_type")
                ? (200, """{"access_token":"t0ken-0001","token_type":"Bearer","expires_in":3600}""")
                : (400, """{"error":"invalid_request","error_description":"Check the \"grant type\" parameter."}""");
        });

        await JookSmsClient.CheckTokenAsync(Session(vendor), default);

        calls.ShouldBe(["POST /oauth/access_token ", "POST /oauth/access_token client_credentials"]);
    }

    private static VendorSession Session(ScriptedServer vendor) => vendor.Session(null, ("client_id", "scripted-id"), ("client_secret", "scripted-secret"));

    private static Task<ScriptedServer> StartAsync(List<string> calls, Func<string, (int Status, string Body)> answer)
    {
        var tokens = 0;
        return ScriptedServer.StartAsync((call, request) =>
        {
            calls.Add(call);
            return call.StartsWith("POST /oauth", StringComparison.Ordinal)
                ? (200, $$"""{"access_token":"token-number-{{++tokens}}","token_type":"Bearer","expires_in":3600}""")
                : answer(request.Headers.Authorization.ToString());
        });
    }
}
