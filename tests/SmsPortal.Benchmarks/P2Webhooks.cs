using System.Globalization;
using Npgsql;

namespace SmsPortal.Benchmarks;

/// <summary>P2: acknowledged-after-fsync webhooks a second against what PostgreSQL inserts one by one, and against an endpoint that commits each for itself.</summary>
internal static class P2Webhooks
{
    public static async Task<IReadOnlyList<Result>> RunAsync(BenchPostgres server, BenchOptions options)
    {
        var floorDatabase = await FloorDatabaseAsync(server);
        await using var store = await PortalStore.CreateAsync(server, "portal");
        await store.AddRequestsAsync();
        await using var floor = await FloorChild.StartAsync(floorDatabase);
        await using var portal = await PortalChild.StartAsync(store.ConnectionString);
        await using var sender = await SenderChild.StartAsync();
        var arm = new SendingArm("portal", server, portal, sender, store.HookPath);
        var blocks = await BlockRunner.RunAsync(options, new FloorPgBench(server, floorDatabase), arm, new SendingArm("naive", server, floor, sender, FloorChild.Path));
        var stored = await store.ScalarAsync<long>("SELECT count(*) FROM message");
        return
        [
            new("P2 webhooks/s / pgbench inserts/s", Rate(blocks, "pgbench"), Rate(blocks, "portal"), blocks.Ratio("portal", "pgbench"), "≥ 0.6", "≥ 1.0"),
            new("P2 webhooks/s / INSERT+NOTIFY each", Rate(blocks, "naive"), Rate(blocks, "portal"), blocks.Ratio("portal", "naive"), "≥ 0.6", "≥ 6"),
            new("   processor time a webhook, server + PostgreSQL", $"{Micro(blocks, "pgbench", FloorPgBench.DatabaseCpu)} (pgbench, without its client)", Cpu(blocks, "portal")),
            new("   processor time a webhook, server + PostgreSQL", $"{Cpu(blocks, "naive")} (each for itself)", Cpu(blocks, "portal")),
            new("   bytes allocated a webhook", Bytes(blocks, "naive"), Bytes(blocks, "portal")),
            new("   99th percentile of the answer", Milli(blocks, "naive"), Milli(blocks, "portal")),
            new("   refused; stored in all", "", string.Create(CultureInfo.InvariantCulture, $"{blocks.Total("portal", SendingArm.Refused)}; {stored}")),
        ];
    }

    public static async Task<string> FloorDatabaseAsync(BenchPostgres server)
    {
        var connectionString = await server.CreateDatabaseAsync("floor");
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var create = source.CreateCommand(FloorChild.Table);
        await create.ExecuteNonQueryAsync();
        return connectionString;
    }

    public static string Rate(Blocks blocks, string arm) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm):0}/s");

    /// <summary>What a webhook takes of the processors, in the server and in the database.</summary>
    public static string Cpu(Blocks blocks, string arm) => $"{Micro(blocks, arm, SendingArm.Cpu)} + {Micro(blocks, arm, SendingArm.DatabaseCpu)}";

    private static string Micro(Blocks blocks, string arm, int figure) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm, figure):0} µs");

    private static string Bytes(Blocks blocks, string arm) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm, SendingArm.Allocated):0}");

    private static string Milli(Blocks blocks, string arm) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm, SendingArm.P99):0.0} ms");
}
