using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>Runs the programs asked for, each on a PostgreSQL of its own, and prints their tables.</summary>
internal static class Suite
{
    public static async Task<int> RunAsync(BenchOptions options)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {Load()}, {options.Blocks} blocks of {options.Seconds} s"));
        foreach (var name in options.Programs)
        {
            await using var server = await BenchPostgres.StartAsync();
            var results = name switch
            {
                "p1" => await P1Visible.RunAsync(server, options),
                "p2" => await P2Webhooks.RunAsync(server, options),
                "p3" => await P3FanOut.RunAsync(server, options),
                _ => await P7Pages.RunAsync(server, options),
            };
            ResultTable.Print(results);
            Console.WriteLine($"load now {Load()}");
        }

        return 0;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
