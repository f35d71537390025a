namespace SmsPortal.Benchmarks;

/// <summary>A server that the senders post to: acknowledged per second, then acknowledged, refused, the 99th percentile in ms, then per post: processor time of the server and of the database in µs, bytes allocated.</summary>
internal sealed class SendingArm(string name, BenchPostgres database, ChildProcess server, ChildProcess sender, string path) : IArm
{
    public const int Rate = 0;
    public const int Acknowledged = 1;
    public const int Refused = 2;
    public const int P99 = 3;
    public const int Cpu = 4;
    public const int DatabaseCpu = 5;
    public const int Allocated = 6;

    // The just-in-time compiler goes by calls, not by time.
    private const int WarmPosts = 20_000;
    private const int MostRounds = 10;

    public string Name => name;

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        var (cpu, databaseCpu, allocated) = (server.Cpu, database.Cpu(), await server.AllocatedAsync());
        var sent = await SenderChild.SendAsync(sender, new Uri(server.Ready + path), length);
        var posts = sent.Acknowledged + sent.Refused;
        return
        [
            sent.Acknowledged / sent.Seconds, sent.Acknowledged, sent.Refused, sent.P99,
            (server.Cpu - cpu).TotalMicroseconds / posts, (database.Cpu() - databaseCpu).TotalMicroseconds / posts, (double)(await server.AllocatedAsync() - allocated) / posts,
        ];
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
