using System.Globalization;
using System.Net.WebSockets;

namespace SmsPortal.Benchmarks;

/// <summary>P1: from the webhook over the durable row to the tab, against the least that does the same.</summary>
internal static class P1Visible
{
    public static async Task<IReadOnlyList<Result>> RunAsync(BenchPostgres server, BenchOptions options)
    {
        await using var floor = await FloorChild.StartAsync(await P2Webhooks.FloorDatabaseAsync(server));
        await using var store = await PortalStore.CreateAsync(server, "portal");
        await store.AddRequestsAsync();
        await using var portal = await PortalChild.StartAsync(store.ConnectionString);

        using var floorArm = new VisibleArm("floor", server, floor, FloorChild.Path);
        using var push = new ClientWebSocket();
        await push.ConnectAsync(new UriBuilder(floor.Ready) { Scheme = "ws", Path = "/ws" }.Uri, CancellationToken.None);
        _ = Task.Run(() => SeeAsync(push, floorArm));

        using var portalArm = new VisibleArm("portal", server, portal, store.HookPath);
        await using var tab = new HeadlessCircuit(new Uri(portal.Ready), portalArm.See);
        await tab.OpenAsync(PortalChild.AdminEmail, PortalChild.AdminPassword, "/inbox");

        var blocks = await BlockRunner.RunAsync(options, floorArm, portalArm);
        return
        [
            new("P1 webhook to visible, 100/s, p50", Milli(blocks, "floor", VisibleArm.P50), Milli(blocks, "portal", VisibleArm.P50), blocks.Ratio("portal", "floor", VisibleArm.P50), "≤ 1.5", "≤ 1.15"),
            new("P1 webhook to visible, 100/s, p99", Milli(blocks, "floor", VisibleArm.P99), Milli(blocks, "portal", VisibleArm.P99), blocks.Ratio("portal", "floor", VisibleArm.P99), "≤ 2", "≤ 1.3"),
            new("   processor time each, with PostgreSQL's", Micro(blocks, "floor"), Micro(blocks, "portal"), blocks.Ratio("portal", "floor", VisibleArm.Cpu)),
            new("   never seen", Count(blocks, "floor"), Count(blocks, "portal")),
        ];
    }

    private static async Task SeeAsync(ClientWebSocket socket, VisibleArm arm)
    {
        var buffer = new byte[64 * 1024];
        while (socket.State == WebSocketState.Open)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            arm.See(buffer.AsMemory(0, got.Count));
        }
    }

    private static string Milli(Blocks blocks, string arm, int figure) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm, figure):0.00} ms");

    private static string Micro(Blocks blocks, string arm) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Median(arm, VisibleArm.Cpu):0} µs");

    private static string Count(Blocks blocks, string arm) => string.Create(CultureInfo.InvariantCulture, $"{blocks.Total(arm, VisibleArm.Unseen)}");
}
