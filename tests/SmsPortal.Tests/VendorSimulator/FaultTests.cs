using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class FaultTests
{
    private static readonly Uri Balance = new($"/smspool/request/balance?key={SimulatorServer.SmsPoolKey}", UriKind.Relative);
    private static readonly Uri Purchase = new($"/smspool/purchase/sms?key={SimulatorServer.SmsPoolKey}&country=US&service=907", UriKind.Relative);

    [Theory]
    [InlineData("429", 429)]
    [InlineData("401", 401)]
    [InlineData("500", 500)]
    [InlineData("502", 502)]
    [InlineData("503", 503)]
    [InlineData("html", 200)]
    [InlineData("empty", 200)]
    [InlineData("redirect", 302)]
    public async Task Fault_AtEveryVendor_HitsOnceAndLeavesNoEffect(string kind, int status)
    {
        await using var server = await SimulatorServer.StartAsync();
        foreach (var vendor in VendorNames.All)
        {
            server.Simulator.Faults.Add(new Fault { Vendor = vendor, Kind = kind });
        }

        foreach (var call in OneCallPerVendor())
        {
            using var request = call();
            using var faulty = await server.Http.SendAsync(request);
            ((int)faulty.StatusCode).ShouldBe(status, request.RequestUri!.ToString());
            (await faulty.Content.ReadAsStringAsync()).StartsWith('{').ShouldBeFalse();
        }

        foreach (var call in OneCallPerVendor())
        {
            using var request = call();
            using var healthy = await server.Http.SendAsync(request);
            (await healthy.Content.ReadAsStringAsync()).ShouldStartWithJson(request.RequestUri!.ToString());
        }
    }

    [Theory]
    [InlineData("before", 0)]
    [InlineData("after", 1)]
    public async Task Reset_BeforeOrAfterTheEffect_LosesTheAnswerOnly(string phase, int orders)
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("faults", new { vendor = VendorNames.SmsPool, endpoint = "purchase/sms", kind = "reset", phase });

        await Should.ThrowAsync<HttpRequestException>(() => server.Http.GetAsync(Purchase));

        server.Simulator.Counters.Effects(VendorNames.SmsPool, "orders").ShouldBe(orders);
        server.Simulator.SmsPool.Accounts[0].Orders.Count.ShouldBe(orders);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RateLimit_WithRetryAfter_SaysSecondsOrADate_AndNoticesWhoComesTooEarly(bool asDate)
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("faults", new { vendor = VendorNames.SmsPool, kind = "429", retryAfterSeconds = 600, retryAfterDate = asDate });

        using var limited = await server.Http.GetAsync(Balance);
        using var tooEarly = await server.Http.GetAsync(Balance);

        (limited.Headers.RetryAfter!.Date is not null).ShouldBe(asDate);
        (limited.Headers.RetryAfter.Delta is null).ShouldBe(asDate);
        server.Simulator.Hits.All.Select(hit => hit.InsideRetryAfter).ShouldBe([false, true]);
    }

    [Fact]
    public async Task RateLimit_WithoutRetryAfter_HasNoSuchHeader()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Simulator.Faults.Add(new Fault { Vendor = "*", Kind = FaultKinds.RateLimit });
        using var limited = await server.Http.GetAsync(Balance);

        limited.Headers.RetryAfter.ShouldBeNull();
    }

    [Fact]
    public async Task SpoiledAnswers_AreSpoiledInTheirOwnWay()
    {
        await using var server = await SimulatorServer.StartAsync();
        var call = $"/smspool/purchase/sms?key={SimulatorServer.SmsPoolKey}&country=US&service=907";

        Should.Throw<JsonException>(() => JsonNode.Parse(Faulted(FaultKinds.Truncated)));
        JsonNode.Parse(Faulted(FaultKinds.NumbersAsText))!["success"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        JsonNode.Parse(Faulted(FaultKinds.WrongTypes))!["order_id"].ShouldBeOfType<JsonArray>();
        JsonNode.Parse(Faulted(FaultKinds.ExtraMembers))!["_unexpected"].ShouldNotBeNull();
        Should.Throw<JsonException>(() => JsonNode.Parse(Faulted(FaultKinds.WrongCharset)));
        Should.Throw<JsonException>(() => JsonNode.Parse(Faulted(FaultKinds.DeepJson)));
        Faulted(FaultKinds.Large).Length.ShouldBeGreaterThan(10 * 1024 * 1024);
        server.Simulator.Counters.Effects(VendorNames.SmsPool, "orders").ShouldBe(6);

        string Faulted(string kind)
        {
            server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.SmsPool, Kind = kind });
            using var request = new HttpRequestMessage(HttpMethod.Get, call);
            using var answer = server.Http.Send(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var reader = new StreamReader(answer.Content.ReadAsStream(), Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task ResetMidBody_BreaksOffWhatItAnnounced()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.SmsPool, Kind = FaultKinds.ResetMidBody });

        await Should.ThrowAsync<HttpRequestException>(() => server.Http.GetStringAsync(Purchase));

        server.Simulator.Counters.Effects(VendorNames.SmsPool, "orders").ShouldBe(1);
        server.Simulator.Hits.All.ShouldHaveSingleItem().Status.ShouldBe(200);
    }

    [Fact]
    public async Task GzipBomb_IsSmallOnTheWireAndLargeInside()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.SmsPool, Kind = FaultKinds.GzipBomb, Bytes = 20 * 1024 * 1024 });
        using var answer = await server.Http.GetAsync(Balance);

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public async Task Hang_AnswersNothing_AndDrip_GivesByteAfterByte()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.SmsPool, Kind = FaultKinds.Hang, DelaySeconds = 0.05 });
        await Should.ThrowAsync<HttpRequestException>(() => server.Http.GetAsync(Balance));

        server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.SmsPool, Kind = FaultKinds.Drip, DelaySeconds = 0.001 });
        (await server.Http.GetStringAsync(Balance)).ShouldBe("{\"balance\":\"50.00\"}");
    }

    [Fact]
    public async Task Redirect_WhenFollowed_ShowsInTheLogWithWhatItCarried()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Simulator.Faults.Add(new Fault { Vendor = VendorNames.CoolSms, Kind = FaultKinds.Redirect });
        using var request = CoolSms();
        using var answer = await server.Http.SendAsync(request);
        answer.Headers.Location!.Host.ShouldNotBe(server.Http.BaseAddress!.Host);
        server.Simulator.Hits.Elsewhere.ShouldBeEmpty();

        // The other name may resolve to IPv6 only, so the same listener is asked under the other path.
        using var followed = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location.PathAndQuery);
        followed.Headers.Add("X-Auth-Token", "sim-coolsms-token");
        using var end = await server.Http.SendAsync(followed);

        (await server.ControlAsync("log/elsewhere")).AsArray().ShouldHaveSingleItem()!["secretIn"]!.ToString().ShouldBe("header");
    }

    [Fact]
    public async Task Faults_LastAsLongAsAsked_AndAreCleared()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("faults", new { vendor = VendorNames.SmsPool, kind = "500", times = 2 });
        await server.ControlAsync("faults", new { vendor = VendorNames.SmsPool, kind = "503", times = -1 });
        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await server.Http.GetAsync(Balance);
            statuses.Add((int)answer.StatusCode);
        }

        using var cleared = await server.Http.DeleteAsync(new Uri("/control/faults", UriKind.Relative));
        using var healthy = await server.Http.GetAsync(Balance);
        statuses.ShouldBe([500, 500, 503, 503]);
        ((int)healthy.StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task TheLog_NeverHoldsAKey()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.SmsPinsAsync("bulk_sms/telephones");
        using var balance = await server.Http.GetAsync(Balance);
        using var cool = CoolSms();
        using var status = await server.Http.SendAsync(cool);

        var log = (await server.ControlAsync("log")).ToJsonString();

        log.ShouldNotContain("sim-smspins-key");
        log.ShouldNotContain(SimulatorServer.SmsPoolKey);
        log.ShouldNotContain("sim-coolsms-token");
        server.Simulator.Hits.All.Select(hit => hit.SecretIn).ShouldBe(["path", "query", "header"]);
    }

    private static HttpRequestMessage CoolSms()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/coolsms/coolapi/v1/status") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Auth-Token", "sim-coolsms-token");
        return request;
    }

    private static IEnumerable<Func<HttpRequestMessage>> OneCallPerVendor() =>
    [
        CoolSms,
        () => new HttpRequestMessage(HttpMethod.Get, Balance),
        () => new HttpRequestMessage(HttpMethod.Get, "/jooksms/api/v1/sms/"),
        () => new HttpRequestMessage(HttpMethod.Get, "/getsms/api_command.php?cmd=balance&user=demo&api_key=sim-getsms-key"),
        () => new HttpRequestMessage(HttpMethod.Get, "/smspins/apiv2/sim-smspins-key/bulk_sms/telephones"),
    ];
}
