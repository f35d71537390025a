using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SmsPortal.Benchmarks;

/// <summary>The floor: the least that takes a webhook, stores it durably and shows it. One INSERT and one NOTIFY in one commit per request, LISTEN, push by WebSocket.</summary>
internal static class FloorChild
{
    public const string Path = "/hook";
    private const string Connection = "BENCH_CONNECTION";

    /// <summary>What pgbench and the naive endpoint insert into.</summary>
    public const string Table = """
        CREATE TABLE floor_message (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, identity text NOT NULL, sender text, number text, body text NOT NULL, at timestamptz NOT NULL DEFAULT now());
        CREATE UNIQUE INDEX ON floor_message (identity);
        """;

    public static Task<ChildProcess> StartAsync(string connectionString) => ChildProcess.StartAsync("floor-child", (Connection, connectionString));

    public static async Task<int> RunAsync()
    {
        var text = Environment.GetEnvironmentVariable(Connection)!;
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(text) { MaxPoolSize = 64, MaxAutoPrepare = 10, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString);
        var sockets = new ConcurrentDictionary<WebSocket, byte>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseWebSockets();
        app.MapPost(Path, (HttpContext http) => TakeAsync(http, source));
        app.Map("/ws", async (HttpContext http) =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            sockets[socket] = 0;
            await socket.ReceiveAsync(new byte[100], CancellationToken.None);
            sockets.TryRemove(socket, out _);
        });
        await app.StartAsync();
        using var ending = new CancellationTokenSource();
        var listening = ListenAsync(text, sockets, ending.Token);
        ChildProcess.SayReady(app.Urls.First());
        await ChildProcess.WaitForEndAsync();
        await ending.CancelAsync();
        await Task.WhenAny(listening);
        return 0;
    }

    private static async Task TakeAsync(HttpContext http, NpgsqlDataSource source)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        var reply = json.RootElement.GetProperty("reply").GetString()!;
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("INSERT INTO floor_message (identity, sender, number, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
                {
                    Parameters = { Text(reply), Text(json.RootElement.GetProperty("from").GetString()!), Text(json.RootElement.GetProperty("to").GetString()!), Text(reply) },
                },
                new NpgsqlBatchCommand("SELECT pg_notify('floor', $1)") { Parameters = { Text(reply) } },
            },
        };
        await batch.ExecuteNonQueryAsync();
        http.Response.ContentLength = 2;
        await http.Response.WriteAsync("ok");
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static async Task ListenAsync(string connectionString, ConcurrentDictionary<WebSocket, byte> sockets, CancellationToken ending)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ending);
        var heard = new Queue<string>();
        connection.Notification += (_, notification) => heard.Enqueue(notification.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN floor", connection))
        {
            await listen.ExecuteNonQueryAsync(ending);
        }

        while (true)
        {
            await connection.WaitAsync(ending);
            while (heard.TryDequeue(out var payload))
            {
                foreach (var socket in sockets.Keys.Where(socket => socket.State == WebSocketState.Open))
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(payload), WebSocketMessageType.Text, endOfMessage: true, ending);
                }
            }
        }
    }
}
