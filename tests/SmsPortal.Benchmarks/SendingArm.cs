namespace SmsPortal.Benchmarks;

/// <summary>A server that the senders post to: acknowledged per second, then processor time of the server and the database in µs per post, then acknowledged, then refused, then the 99th percentile in ms.</summary>
internal sealed class SendingArm(string name, BenchPostgres database, ChildProcess server, ChildProcess sender, string path) : IArm
{
    public const int Rate = 0;
    public const int Cpu = 1;
    public const int Acknowledged = 2;
    public const int Refused = 3;
    public const int P99 = 4;

    // The just-in-time compiler goes by calls, not by time.
    private const int WarmPosts = 20_000;
    private const int MostRounds = 10;

    public string Name => name;

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        var cpu = server.Cpu + database.Cpu();
        var sent = await SenderChild.SendAsync(sender, new Uri(server.Ready + path), length);
        return [sent.Acknowledged / sent.Seconds, (server.Cpu + database.Cpu() - cpu).TotalMicroseconds / sent.Acknowledged, sent.Acknowledged, sent.Refused, sent.P99];
    }

    public async Task WarmUpAsync(TimeSpan length)
    {
        var posts = 0.0;
        for (var round = 0; round < MostRounds && posts < WarmPosts; round++)
        {
            posts += (await RunAsync(length))[Acknowledged];
        }
    }
}
