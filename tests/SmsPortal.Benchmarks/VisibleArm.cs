using System.Collections.Concurrent;
using System.Diagnostics;

namespace SmsPortal.Benchmarks;

/// <summary>Sends 100 webhooks a second whether or not the last was answered, and waits until each is seen: median and 99th percentile in ms, then how many were not seen, then processor time of the server and the database in µs per text.</summary>
internal sealed class VisibleArm(string name, BenchPostgres database, ChildProcess server, string path) : IArm, IDisposable
{
    public const int P50 = 0;
    public const int P99 = 1;
    public const int Unseen = 2;
    public const int Cpu = 3;
    private const int PerSecond = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static int _number = Random.Shared.Next(1, 500_000_000);
    private readonly ConcurrentDictionary<int, long> _sent = new();
    private readonly ConcurrentBag<double> _delays = [];
    private readonly ConcurrentBag<WebhookSocket> _sockets = [];

    public string Name => name;

    /// <summary>What the tab received.</summary>
    public void See(ReadOnlyMemory<byte> bytes)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var number in Webhooks.Markers(bytes))
        {
            if (_sent.TryRemove(number, out var at))
            {
                _delays.Add(Stopwatch.GetElapsedTime(at, now).TotalMilliseconds);
            }
        }
    }

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        _delays.Clear();
        _sent.Clear();
        var count = (int)(length.TotalSeconds * PerSecond);
        var cpu = server.Cpu + database.Cpu();
        var clock = Stopwatch.StartNew();
        var posts = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds((double)i / PerSecond) - clock.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            posts.Add(PostAsync());
        }

        await Task.WhenAll(posts);
        var done = clock.Elapsed;
        while (!_sent.IsEmpty && clock.Elapsed - done < Patience)
        {
            await Task.Delay(10);
        }

        var delays = _delays.ToArray();
        return [Statistics.Median(delays), Statistics.Quantile(delays, 0.99), _sent.Count, (server.Cpu + database.Cpu() - cpu).TotalMicroseconds / count];
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private async Task PostAsync()
    {
        var socket = _sockets.TryTake(out var free) ? free : await WebhookSocket.ConnectAsync(new Uri(server.Ready + path));
        var number = Interlocked.Increment(ref _number);
        var body = Webhooks.Body(number);
        _sent[number] = Stopwatch.GetTimestamp();
        if (await socket.PostAsync(body) != 200)
        {
            throw new InvalidOperationException($"{name} refused a webhook.");
        }

        _sockets.Add(socket);
    }
}
