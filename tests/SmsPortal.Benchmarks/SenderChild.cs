using System.Diagnostics;
using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>The senders in a process of their own: 64 keep-alive connections, each sends its next webhook once the last is answered.</summary>
internal static class SenderChild
{
    private const int Connections = 64;
    private static int _number = Random.Shared.Next(1, 500_000_000);

    public static Task<ChildProcess> StartAsync() => ChildProcess.StartAsync("sender-child");

    /// <summary>Has the child send for that long; acknowledged posts, refused posts, seconds, and the 99th percentile in ms.</summary>
    public static async Task<(long Acknowledged, long Refused, double Seconds, double P99)> SendAsync(ChildProcess child, Uri target, TimeSpan length)
    {
        var answer = (await child.AskAsync(string.Create(CultureInfo.InvariantCulture, $"{target} {length.TotalSeconds}"))).Split(' ');
        return (long.Parse(answer[0], CultureInfo.InvariantCulture), long.Parse(answer[1], CultureInfo.InvariantCulture), double.Parse(answer[2], CultureInfo.InvariantCulture), double.Parse(answer[3], CultureInfo.InvariantCulture));
    }

    public static async Task<int> RunAsync()
    {
        ChildProcess.SayReady();
        var connections = new Dictionary<Uri, List<WebhookSocket>>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (target, seconds) = (new Uri(line.Split(' ')[0]), double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            if (!connections.TryGetValue(target, out var sockets))
            {
                connections[target] = sockets = [];
                for (var i = 0; i < Connections; i++)
                {
                    sockets.Add(await WebhookSocket.ConnectAsync(target));
                }
            }

            var clock = Stopwatch.StartNew();
            var sent = await Task.WhenAll(sockets.Select(socket => Task.Run(() => SendAsync(socket, clock, seconds))));
            var took = clock.Elapsed.TotalSeconds;
            var delays = sent.SelectMany(one => one.Delays).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{delays.Length} {sent.Sum(one => one.Refused)} {took:0.000} {Statistics.Quantile(delays, 0.99):0.000}"));
        }

        return 0;
    }

    private static async Task<(List<double> Delays, long Refused)> SendAsync(WebhookSocket socket, Stopwatch clock, double seconds)
    {
        var (delays, refused) = (new List<double>(), 0L);
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var begun = clock.Elapsed;
            if (await socket.PostAsync(Webhooks.Body(Interlocked.Increment(ref _number))) == 200)
            {
                delays.Add((clock.Elapsed - begun).TotalMilliseconds);
            }
            else
            {
                refused++;
            }
        }

        return (delays, refused);
    }
}
