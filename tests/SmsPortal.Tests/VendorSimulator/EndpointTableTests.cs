using System.Text.Json.Nodes;
using Shouldly;
using SmsPortal.VendorSimulator;
using Xunit;

namespace SmsPortal.Tests.VendorSimulator;

public sealed class EndpointTableTests
{
    public static TheoryData<string, string, string> Samples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var sample in EndpointSamples.All)
        {
            data.Add(sample.Vendor, sample.Endpoint, Dialects.Document);
            data.Add(sample.Vendor, sample.Endpoint, Dialects.Observed);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Endpoint_CalledAsTheDocumentSays_AnswersItsShape(string vendor, string endpoint, string dialect)
    {
        var sample = EndpointSamples.All.Single(known => known.Vendor == vendor && known.Endpoint == endpoint);
        await using var server = await SimulatorServer.StartAsync(options => options.Dialect = dialect);

        var answer = await sample.CallAsync(server);

        foreach (var member in sample.Members.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Exists(answer, member).ShouldBeTrue($"{vendor} {endpoint} in {dialect} lacks {member}: {answer}");
        }

        server.Simulator.Counters.Hits(vendor, endpoint, dialect).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void EveryRowOfTheTable_HasASample()
    {
        var sampled = EndpointSamples.All.Select(sample => (sample.Vendor, sample.Endpoint)).ToHashSet();
        EndpointTable.All.Where(row => row.Name != "unknown_command" && !sampled.Contains((row.Vendor, row.Name)))
            .Select(row => $"{row.Vendor} {row.Name}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Endpoints_OverTheControlApi_CountHitsPerDialect()
    {
        await using var server = await SimulatorServer.StartAsync(options => options.Dialects[VendorNames.SmsPins] = Dialects.Alternate);
        await server.SmsPinsAsync("bulk_sms/telephones");
        await server.SmsPinsAsync("bulk_sms/telephones");

        var row = (await server.ControlAsync("endpoints")).AsArray().Single(row => row!["name"]!.ToString() == "bulk_sms/telephones")!;

        row["hitsDocument"]!.GetValue<int>().ShouldBe(1);
        row["hitsObserved"]!.GetValue<int>().ShouldBe(1);
        row["effect"]!.ToString().ShouldBe("read");
    }

    [Fact]
    public async Task UnknownPathAndWrongMethod_AreRefusedAsByAWebServer()
    {
        await using var server = await SimulatorServer.StartAsync();
        using var unknown = await server.Http.GetAsync(new Uri("/smspool/no/such", UriKind.Relative));
        using var wrongMethod = await server.Http.GetAsync(new Uri("/coolsms/coolapi/v1/status", UriKind.Relative));

        ((int)unknown.StatusCode).ShouldBe(404);
        ((int)wrongMethod.StatusCode).ShouldBe(405);
    }

    private static bool Exists(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
        {
            switch (node)
            {
                case JsonObject map when map.ContainsKey(step):
                    node = map[step];
                    break;
                case JsonArray list when int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < list.Count:
                    node = list[index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
