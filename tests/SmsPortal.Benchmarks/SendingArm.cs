namespace SmsPortal.Benchmarks;

/// <summary>A server that the senders post to: acknowledged per second, then processor time of the server in µs per post, then acknowledged, then refused, then the 99th percentile in ms.</summary>
internal sealed class SendingArm(string name, ChildProcess server, ChildProcess sender, string path) : IArm
{
    public const int Rate = 0;
    public const int Cpu = 1;
    public const int Acknowledged = 2;
    public const int Refused = 3;
    public const int P99 = 4;

    public string Name => name;

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        var cpu = server.Cpu;
        var sent = await SenderChild.SendAsync(sender, new Uri(server.Ready + path), length);
        return [sent.Acknowledged / sent.Seconds, (server.Cpu - cpu).TotalMicroseconds / sent.Acknowledged, sent.Acknowledged, sent.Refused, sent.P99];
    }
}
