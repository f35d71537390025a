using System.Globalization;

namespace SmsPortal.Web.Hosting;

/// <summary>
/// <c>postmaster.pid</c>, whose first line is the number of the server's process. PostgreSQL removes a stale one itself, unless
/// the number now belongs to another living process (usual in containers) or to a zombie: then it refuses to start.
/// </summary>
internal sealed class PostgresPidFile(string dataFolder, string socketFolder)
{
    private readonly string _file = Path.Combine(dataFolder, "postmaster.pid");

    /// <summary>Removes the lock files of a server that is gone, where PostgreSQL itself would not dare to.</summary>
    /// <returns>The number of the process that the file named, when it was removed.</returns>
    public int? RemoveIfForeign()
    {
        if (!Directory.Exists("/proc/self") || ReadPid() is not { } pid || !Directory.Exists($"/proc/{pid}"))
        {
            return null; // a number that nobody has: PostgreSQL sees that itself, and checks the shared memory as well
        }

        // Children of a killed server may still write to the data: as long as one lives, the file stays and the start is tried again.
        if (IsServerOfThisFolder(pid) || Directory.EnumerateDirectories("/proc").Any(process => int.TryParse(Path.GetFileName(process), out var other) && IsServerOfThisFolder(other)))
        {
            return null;
        }

        File.Delete(_file);
        File.Delete(Path.Combine(socketFolder, ".s.PGSQL.5432.lock"));
        return pid;
    }

    private int? ReadPid()
    {
        try
        {
            return int.TryParse(File.ReadLines(_file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    // A server's working directory is its data folder. "123 (postgres) S 1 …": Z is a zombie, which still answers signal 0.
    private bool IsServerOfThisFolder(int pid)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{pid}/stat");
            return status.Contains("(postgres) ", StringComparison.Ordinal)
                && !status.Contains(") Z ", StringComparison.Ordinal)
                && string.Equals(new FileInfo($"/proc/{pid}/cwd").LinkTarget, dataFolder, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // gone meanwhile, or another user's: ours run as the user who asks
        }
    }
}
