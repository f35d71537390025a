using System.Globalization;

namespace SmsPortal.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
internal sealed record BenchOptions(IReadOnlyList<string> Programs, int Blocks, double Seconds, int Rows)
{
    private const int FewestBlocks = 6;
    private static readonly string[] All = ["p1", "p2", "p3", "p7"];

    /// <summary>The options; null when they cannot be understood.</summary>
    public static BenchOptions? Read(string[] args)
    {
        if (args.Length == 0)
        {
            return null;
        }

        var options = new BenchOptions(args[0] == "all" ? All : args[0].Split(','), FewestBlocks, 4, 1_000_000);
        for (var i = 1; i < args.Length - 1; i += 2)
        {
            switch (args[i])
            {
                case "--blocks" when int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var blocks) && blocks > 0:
                    options = options with { Blocks = blocks };
                    break;
                case "--seconds" when double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var seconds) && seconds > 0:
                    options = options with { Seconds = seconds };
                    break;
                case "--rows" when int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var rows) && rows >= 100_000:
                    options = options with { Rows = rows };
                    break;
                default:
                    return null;
            }
        }

        return args.Length % 2 == 1 && options.Programs.All(All.Contains) ? options : null;
    }

    public static int Explain()
    {
        Console.WriteLine("usage: SmsPortal.Benchmarks <p1|p2|p3|p7|all> [--blocks N] [--seconds S] [--rows N, of p7's large store]");
        Console.WriteLine("       SmsPortal.Benchmarks code-finder");
        return 2;
    }
}
