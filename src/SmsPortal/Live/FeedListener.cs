using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SmsPortal.Storage;

namespace SmsPortal.Live;

/// <summary>
/// The node's one LISTEN connection, with keep-alive; LISTEN stands before the cursor is read. Every few seconds the cursor is read anyway, as a net.
/// </summary>
public sealed class FeedListener(PortalConnection database, PortalFeed feed, LineDirectory lines, AccessScopes scopes, TimeProvider time, ILogger<FeedListener> log) : BackgroundService
{
    private static readonly TimeSpan Net = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                feed.SetConnected(false);
                log.LogWarning("The feed's connection to PostgreSQL broke ({Reason}); connecting again", failure.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(500), time, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        // Half-open connections show within twice the keep-alive.
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 3, ApplicationName = "SmsPortal feed" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        var heard = new Queue<string>();
        connection.Notification += (_, notification) => heard.Enqueue(notification.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {MessageWriter.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        await feed.ReadOnAsync(stoppingToken);
        lines.Forget("*");
        scopes.Forget("*");
        feed.SetConnected(true);
        while (true)
        {
            var told = await connection.WaitAsync(Net, stoppingToken);
            if (!told)
            {
                await feed.ReadOnAsync(stoppingToken);
            }

            while (heard.TryDequeue(out var payload))
            {
                await HandleAsync(payload, stoppingToken);
            }
        }
    }

    // m:ID new messages up to ID · l:ID,ID lines · a:ID account · g:PERSON,PERSON access · p:PERSON person · r:PERSON read marks
    private async Task HandleAsync(string payload, CancellationToken stoppingToken)
    {
        if (payload.Length < 3 || payload[1] != ':')
        {
            return;
        }

        var rest = payload[2..];
        if (payload[0] == 'm')
        {
            await (long.TryParse(rest, CultureInfo.InvariantCulture, out var id) ? feed.AnnouncedAsync(id, stoppingToken) : feed.ReadOnAsync(stoppingToken));
            return;
        }

        FeedChangeKind? kind = payload[0] switch
        {
            'l' => FeedChangeKind.Line,
            'a' => FeedChangeKind.Account,
            'g' => FeedChangeKind.Access,
            'p' => FeedChangeKind.Person,
            'r' => FeedChangeKind.Read,
            _ => null,
        };
        foreach (var one in kind is null ? [] : rest.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (kind == FeedChangeKind.Line)
            {
                lines.Forget(one);
            }
            else if (kind is FeedChangeKind.Access or FeedChangeKind.Person)
            {
                scopes.Forget(one);
            }

            feed.Announce(new FeedChange(kind!.Value, one));
        }
    }
}
