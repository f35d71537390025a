using Npgsql;

namespace SmsPortal.Benchmarks;

/// <summary>P3: what the feed costs the intake: 50 subscribers and NOTIFY, against neither.</summary>
internal static class P3FanOut
{
    private const int Subscribers = 50;

    // Found before PostgreSQL's own by the search path of the silent portal, whose code stays as it is.
    private const string Silence = """
        CREATE SCHEMA silent;
        CREATE FUNCTION silent.pg_notify(text, text) RETURNS void LANGUAGE sql AS 'SELECT';
        """;

    public static async Task<IReadOnlyList<Result>> RunAsync(BenchPostgres server, BenchOptions options)
    {
        await using var loud = await PortalStore.CreateAsync(server, "loud");
        await using var silent = await PortalStore.CreateAsync(server, "silent");
        await loud.AddRequestsAsync();
        await silent.AddRequestsAsync();
        await silent.ExecuteAsync(Silence);
        await using var on = await PortalChild.StartAsync(loud.ConnectionString, Subscribers);
        await using var off = await PortalChild.StartAsync(new NpgsqlConnectionStringBuilder(silent.ConnectionString) { SearchPath = "public,silent,pg_catalog" }.ConnectionString);
        await using var sender = await SenderChild.StartAsync();
        var blocks = await BlockRunner.RunAsync(options, new SendingArm("off", server, off, sender, silent.HookPath), new SendingArm("on", server, on, sender, loud.HookPath));
        return
        [
            new("P3 webhooks/s, fan-out on / off", P2Webhooks.Rate(blocks, "off"), P2Webhooks.Rate(blocks, "on"), blocks.Ratio("on", "off"), "≥ 0.9", "≥ 0.97"),
            new("   processor time a webhook, server + PostgreSQL", P2Webhooks.Cpu(blocks, "off"), P2Webhooks.Cpu(blocks, "on")),
        ];
    }
}
