using System.Diagnostics;

namespace SmsPortal.Web.Hosting;

/// <summary>Runs one of PostgreSQL's programs and collects what it says.</summary>
internal static class PostgresTool
{
    /// <summary>initdb and postgres refuse to run as root; then they run as this user, as Debian's packages do.</summary>
    public const string ServiceUser = "postgres";

    /// <summary>Whether this process is root, so that the server has to run as <see cref="ServiceUser"/>.</summary>
    public static bool MustDrop => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Runs the program to its end; the exit code and both outputs. A program that has begun is not cut off: a half-started server would stay behind.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string path, IReadOnlyList<string> arguments, bool asPostgres, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = asPostgres && MustDrop
            ? new ProcessStartInfo("runuser", ["-u", ServiceUser, "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = "/"; // the service user may not be able to enter ours
        start.RedirectStandardError = start.RedirectStandardOutput = start.RedirectStandardInput = true;
        start.Environment["LC_ALL"] = "C";
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key); // PGDATA, PGPORT … would redirect the tools to another server
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{path} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, (await output + await error).Trim());
    }
}
