using System.Diagnostics;
using System.Globalization;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace SmsPortal.Tests.Support;

/// <summary>
/// The PostgreSQL of this test process: the one that SMSPORTAL_TEST_CONNECTION_STRING names (its user must be able to make
/// databases), else a private one in the temporary folder, started with the first test that asks and stopped with the process.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private const string Variable = "SMSPORTAL_TEST_CONNECTION_STRING";
    private const string FolderPrefix = "smsportal-tests-";
    private static readonly Lazy<Task<string>> Server = new(StartAsync);
    private static EmbeddedPostgres? _started;

    /// <summary>A connection string to the server's maintenance database.</summary>
    public static Task<string> ConnectionStringAsync() => Server.Value;

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated)
        {
            await Server.Value;
        }

        if (_started is not null)
        {
            await _started.StopAsync();
            Directory.Delete(_started.Home, recursive: true);
        }
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            Console.Error.WriteLine($"Tests use the PostgreSQL named in {Variable}.");
            return given;
        }

        await RemoveLeftoversAsync();
        var folder = Path.Combine(Path.GetTempPath(), FolderPrefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        // What a test writes need not survive a power cut.
        _started = new EmbeddedPostgres(folder, Console.Error.WriteLine, ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]);
        await _started.StartAsync();
        Console.Error.WriteLine($"Tests use a private PostgreSQL in {folder}.");
        return _started.ConnectionString();
    }

    // A test process that was killed leaves its server behind; the number in the folder's name says whose it was.
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(folder)[FolderPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var owner) && !IsAlive(owner))
            {
                try
                {
                    var left = new EmbeddedPostgres(folder, _ => { });
                    await left.StopSurvivorAsync();
                    Directory.Delete(folder, recursive: true);
                }
                catch (Exception e) when (e is StartRefusedException or IOException or UnauthorizedAccessException)
                {
                    Console.Error.WriteLine($"Left as it is: {folder} ({e.Message})");
                }
            }
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
