using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class JookSmsTests
{
    [Fact]
    public async Task Token_IsGoodForAnHour_ThenAccessIsDenied()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.JookSmsTokenAsync();
        (await server.JookSmsAsync(HttpMethod.Get, "sms/", token: token))["result"]!.ToString().ShouldBe("ok");

        server.Advance(3601);

        var (status, body) = await GetAsync(server, "sms/", token);
        status.ShouldBe(HttpStatusCode.Unauthorized);
        body["error"]!.ToString().ShouldBe("access_denied");
    }

    [Fact]
    public async Task MissingHeader_IsA400_AndWrongSecretA401()
    {
        await using var server = await SimulatorServer.StartAsync();
        (await GetAsync(server, "sms/", null)).Status.ShouldBe(HttpStatusCode.BadRequest);

        using var form = SimulatorServer.Form(("client_id", "sim-jook-id"), ("client_secret", "wrong"));
        using var answer = await server.Http.PostAsync(new Uri("/jooksms/api/v1/oauth/access_token", UriKind.Relative), form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Errors_AsOneClientImplies_ComeWith200()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Adjust = settings => settings.JookSmsErrorsWith200 = true);
        var (status, body) = await GetAsync(server, "sms/", "wrong");

        status.ShouldBe(HttpStatusCode.OK);
        body["result"]!.ToString().ShouldBe("error");
    }

    [Fact]
    public async Task Send_IsQueuedThenSent_AndFoundByItsExternalId()
    {
        await using var server = await SimulatorServer.StartAsync();
        var queued = await server.JookSmsAsync(HttpMethod.Post, "sms/", new { to = "+12025550101", body = "hi", external_id = 77 });
        queued["data"]!["status"]!.ToString().ShouldBe("queued");
        queued["data"]!.AsObject().ContainsKey("contact").ShouldBeFalse();

        server.Advance(6);

        (await server.JookSmsAsync(HttpMethod.Get, "sms/by_external/77"))["data"]!["status"]!.ToString().ShouldBe("sent");
        server.Simulator.Counters.Effects(VendorNames.JookSms, "sends").ShouldBe(1);
    }

    [Theory]
    [InlineData("2026/06/26 10:00 GMT-5", "2026-06-26T15:00:00Z")]
    [InlineData("2026-06-26 10:20 +0600", "2026-06-26T04:20:00Z")]
    [InlineData("2026/06/26 10:00 UTC", "2026-06-26T10:00:00Z")]
    public async Task ScheduledText_StaysQueuedUntilItsTime(string scheduled, string due)
    {
        var time = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        await using var server = await SimulatorServer.StartAsync(options => options.ClockStart = time.AddHours(-3));
        var sent = await server.JookSmsAsync(HttpMethod.Post, "sms/", new { to = "+12025550101", body = "hi", scheduled });
        var id = sent["data"]!["id"]!.ToString();

        server.Simulator.Clock.Set(time.AddSeconds(-1));
        (await StatusAsync(server, id)).ShouldBe("queued");
        server.Simulator.Clock.Set(time.AddSeconds(6));
        (await StatusAsync(server, id)).ShouldBe("sent");
    }

    [Fact]
    public async Task BulkSend_MarksBadElementsWithMinusOne_AndRemembersNames()
    {
        await using var server = await SimulatorServer.StartAsync();
        var answer = await server.JookSmsAsync(HttpMethod.Post, "sms/many", new
        {
            list = new object[]
            {
                new { to = "+12025550101", body = "a", first_name = "Test", last_name = "Doe" },
                new { to = "nonsense", body = "b" },
                new { to = "+12025550102", body = "" },
                new { to = "+50768819519", body = "c", first_name = "New" },
            },
        });

        var ids = answer["ids"]!.AsArray().Select(id => id!.GetValue<int>()).ToList();
        (ids[0] > 0, ids[1], ids[2], ids[3] - ids[0]).ShouldBe((true, -1, -1, 1));
        var contacts = (await server.JookSmsAsync(HttpMethod.Get, "contact/"))["data"]!.AsArray().Select(contact => contact!["display_name"]!.ToString());
        contacts.ShouldBe(["New Panama", "Laura Araya", "TestO", "Test Doe"]);
    }

    [Fact]
    public async Task List_HasFifteenToAPage_NewestFirst_AndLinksToFollow()
    {
        await using var server = await SimulatorServer.StartAsync();
        for (var i = 0; i < 16; i++)
        {
            await server.DeliverAsync(VendorNames.JookSms, $"text {i}", from: "+12025550103");
        }

        var first = await server.JookSmsAsync(HttpMethod.Get, "sms/");
        var next = new Uri(first["meta"]!["pagination"]!["links"]!["next"]!.ToString());
        var second = await server.JookSmsAsync(HttpMethod.Get, "sms" + next.Query);

        first["data"]![0]!["content"]!.ToString().ShouldBe("text 15");
        first["data"]!.AsArray().Count.ShouldBe(15);
        second["data"]!.AsArray().ShouldHaveSingleItem()!["content"]!.ToString().ShouldBe("text 0");
        second["meta"]!["pagination"]!["links"]!["previous"].ShouldNotBeNull();
        (await server.JookSmsAsync(HttpMethod.Get, "contact_group/"))["meta"]!["pagination"]!["links"]!.ToJsonString().ShouldBe("[]");
    }

    [Fact]
    public async Task Created_IsAPhpDateInUtc_AndIsoInSearch()
    {
        await using var server = await SimulatorServer.StartAsync(options =>
            options.ClockStart = new DateTimeOffset(2016, 6, 26, 17, 27, 11, TimeSpan.Zero));
        await server.DeliverAsync(VendorNames.JookSms, "here is an offer", from: "+12025550103");

        var listed = (await server.JookSmsAsync(HttpMethod.Get, "sms/"))["data"]![0]!;
        var found = (await server.JookSmsAsync(HttpMethod.Post, "sms/search/messages", new { query = "offer" }))["data"]![0]!;

        listed["created"]!["date"]!.ToString().ShouldBe("2016-06-26 17:27:11.000000");
        listed["status"]!.ToString().ShouldBe("received");
        found["created"]!.ToString().ShouldBe("2016-06-26T17:27:11+00:00");
    }

    private static async Task<string> StatusAsync(SimulatorServer server, string id) =>
        (await server.JookSmsAsync(HttpMethod.Get, "sms/" + id))["data"]!["status"]!.ToString();

    private static async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(SimulatorServer server, string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jooksms/api/v1/" + path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await server.Http.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
