using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Benchmarks;

/// <summary>PostgreSQL's own tool: 64 connections that insert one durable row at a time, prepared, against the unique index: inserts per second, then processor time of the database in µs per insert.</summary>
internal sealed partial class FloorPgBench(BenchPostgres database, string connectionString) : IArm
{
    private const string Script = """
        \set number random(1, 9000000000000000000)
        INSERT INTO floor_message (identity, sender, number, body) VALUES (md5(:number::text), '22000', '15550100000', 'G-804036 is your Google verification code. #' || :number) ON CONFLICT DO NOTHING;
        """;

    public const int DatabaseCpu = 1;

    public string Name => "pgbench";

    public async Task<double[]> RunAsync(TimeSpan length)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        try
        {
            var seconds = Math.Max(1, (int)length.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            var start = new ProcessStartInfo(Path.Combine(await PostgresBinaries.FindAsync(null, CancellationToken.None), "pgbench"),
                ["-n", "-c", "64", "-j", "2", "-M", "prepared", "-T", seconds, "-f", script, "-h", connection.Host!, "-U", connection.Username!, connection.Database!])
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            start.Environment["PGPASSWORD"] = connection.Password;
            var cpu = database.Cpu();
            using var process = Process.Start(start)!;
            var complaints = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return Rate().Match(said) is { Success: true } match
                ? [double.Parse(match.Groups["rate"].ValueSpan, CultureInfo.InvariantCulture), (database.Cpu() - cpu).TotalMicroseconds / int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture)]
                : throw new InvalidOperationException($"pgbench failed: {said} {await complaints}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    // "number of transactions actually processed: 12345" … "tps = 12345.678901 (without initial connection time)"
    [GeneratedRegex(@"processed: (?<count>\d+).*tps = (?<rate>[\d.]+) \(without", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
