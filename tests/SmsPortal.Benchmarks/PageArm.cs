using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SmsPortal.Storage;

namespace SmsPortal.Benchmarks;

/// <summary>One page of the inbox, read again and again: the median in ms, then its rows.</summary>
internal sealed class PageArm(string name, PortalStore store, Viewer viewer, MessagePosition? before) : IArm
{
    public const int Rows = 1;
    private const int Take = 50;
    private static readonly MessageFilter Everything = new();

    public string Name => name;

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        var queries = store.Get<MessageQueries>();
        var (times, clock, rows) = (new List<double>(), Stopwatch.StartNew(), 0);
        do
        {
            var begun = Stopwatch.GetTimestamp();
            rows = (await queries.PageAsync(viewer, Everything, before, Take, CancellationToken.None)).Messages.Count;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        while (clock.Elapsed < length);
        return [Statistics.Median([.. times]), rows];
    }

    /// <summary>The place at that part of all that the viewer may see; null = the first page.</summary>
    public static async Task<MessagePosition?> PlaceAsync(PortalStore store, Viewer viewer, double depth)
    {
        if (depth == 0)
        {
            return null;
        }

        var from = viewer.SeesAll ? "message m" : $"message m JOIN line_access a ON a.line_id = m.line_id AND a.user_id = '{viewer.UserId}'";
        var skip = (long)(await store.ScalarAsync<long>("SELECT count(*) FROM " + from) * depth);
        await using var command = store.Source.CreateCommand($"SELECT m.at, m.id FROM {from} ORDER BY m.at DESC, m.id DESC OFFSET {skip} LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new MessagePosition(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1));
    }

    /// <summary>The buffers that the page's statements touch.</summary>
    public async Task<long> BuffersAsync()
    {
        var sql = new MessagePageSql(viewer, Everything, before, Take);
        await using var connection = await store.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ScalarAsync(connection, MessagePageSql.KeepOrder, sql);
        var count = sql.CountLines(MessageQueries.FewLines);
        if (sql.SeesEverything)
        {
            return await ExplainAsync(connection, sql.Walk(MessageQueries.Window).Text, sql);
        }

        var lines = (long)(await ScalarAsync(connection, count, sql))!;
        return await ExplainAsync(connection, count, sql) + (lines switch
        {
            > MessageQueries.FewLines => await ExplainAsync(connection, sql.Walk(MessageQueries.Window).Text, sql),
            > MessageQueries.SingleLines => await ExplainAsync(connection, sql.Near(MessageQueries.NearWindow).Text, sql),
            _ => await ExplainAsync(connection, sql.ByLine(lines).Text, sql),
        });
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string text, MessagePageSql sql)
    {
        await using var command = new NpgsqlCommand(text, connection);
        sql.Fill(command);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<long> ExplainAsync(NpgsqlConnection connection, string text, MessagePageSql sql)
    {
        await using var command = new NpgsqlCommand("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + text, connection);
        sql.Fill(command);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var top = plan.RootElement[0].GetProperty("Plan");
        return top.GetProperty("Shared Hit Blocks").GetInt64() + top.GetProperty("Shared Read Blocks").GetInt64();
    }
}
