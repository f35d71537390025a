using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmsPortal.Web.Hosting;

/// <summary>The files of a private PostgreSQL, and who may read them.</summary>
internal sealed class PostgresFolders(string home)
{
    public string Home => home;

    public string Data { get; } = Path.Combine(home, "data");

    public string DataInTheMaking { get; } = Path.Combine(home, "data.new");

    public string Log { get; } = Path.Combine(home, "postgres.log");

    public string Password { get; } = Path.Combine(home, "password");

    public string PasswordForInitdb { get; } = Path.Combine(home, "password.initdb"); // not /dev/stdin: another user may not open it again

    /// <summary>A socket's path has at most 107 bytes, ".s.PGSQL.5432" included: a long one moves to the temporary folder.</summary>
    public string Socket { get; } = Encoding.UTF8.GetByteCount(home) <= 85
        ? Path.Combine(home, "run")
        : Path.Combine(Path.GetTempPath(), "smsportal-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12]);

    /// <summary>The version that made the data; null when there is none yet.</summary>
    public int? MajorVersion()
    {
        try
        {
            return int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Directory.Exists(Data) ? throw Damaged(e) : null;
        }
        catch (FormatException e)
        {
            throw Damaged(e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException($"The database folder {Data} belongs to another user: start the portal as that user, or choose another folder in SMSPORTAL_DATA.", e);
        }
    }

    /// <summary>Makes the folders, for the owner only, and as root gives them to the user who runs the server.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await RefuseForeignDataAsync(cancellationToken);
        try
        {
            foreach (var folder in new[] { Home, Socket })
            {
                PrivateFile.MakeFolder(folder);
            }

            if (Directory.Exists(DataInTheMaking))
            {
                Directory.Delete(DataInTheMaking, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The folder {Home} cannot be used ({e.Message}): give it to this user, or choose another folder in SMSPORTAL_DATA.", e);
        }

        await GiveToServiceUserAsync([Home, Socket], cancellationToken);
        if (PostgresTool.MustDrop && (await PostgresTool.RunAsync("test", ["-w", Home], asPostgres: true, cancellationToken)).ExitCode != 0)
        {
            throw new StartRefusedException(
                $"The portal runs as root, so its PostgreSQL runs as the user {PostgresTool.ServiceUser}, who cannot enter {Home}: choose a folder outside of private ones (such as /root) in SMSPORTAL_DATA.");
        }
    }

    // As root we could take the folder of an ordinary user, who could then not start any more.
    private async Task RefuseForeignDataAsync(CancellationToken cancellationToken)
    {
        if (!PostgresTool.MustDrop || !Directory.Exists(Data))
        {
            return;
        }

        var (_, owner) = await PostgresTool.RunAsync("stat", ["-c", "%U", Data], asPostgres: false, cancellationToken);
        if (!string.Equals(owner, PostgresTool.ServiceUser, StringComparison.Ordinal))
        {
            throw new StartRefusedException($"The database folder {Data} belongs to the user {owner}: start the portal as that user, or choose another folder in SMSPORTAL_DATA.");
        }
    }

    /// <summary>As root: the server runs as its own user and must own what it uses. Otherwise nothing.</summary>
    public static async Task GiveToServiceUserAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (!PostgresTool.MustDrop)
        {
            return;
        }

        var owner = $"{PostgresTool.ServiceUser}:{PostgresTool.ServiceUser}";
        var (exitCode, output) = await PostgresTool.RunAsync("chown", [owner, .. paths], asPostgres: false, cancellationToken);
        if (exitCode != 0)
        {
            throw new StartRefusedException($"The portal runs as root, so its PostgreSQL needs the user {PostgresTool.ServiceUser}: {output}. Install Debian's package postgresql, or start the portal as an ordinary user.");
        }
    }

    /// <summary>How long the server's log is now.</summary>
    public long LogLength() => File.Exists(Log) ? new FileInfo(Log).Length : 0;

    /// <summary>What the server's log complains about since it was <paramref name="from"/> bytes long, such as <c>FATAL:  lock file "postmaster.pid" already exists</c>.</summary>
    public string? LastTrouble(long from)
    {
        try
        {
            using var stream = File.OpenRead(Log);
            stream.Position = Math.Min(from, stream.Length);
            var lines = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
                ?? (lines.Length > 0 ? string.Join(' ', lines.TakeLast(3)) : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A socket folder in the temporary folder goes with its server.</summary>
    public void RemoveBorrowedSocketFolder()
    {
        if (!Socket.StartsWith(Home, StringComparison.Ordinal) && Directory.Exists(Socket))
        {
            Directory.Delete(Socket, recursive: true);
        }
    }

    private StartRefusedException Damaged(Exception e) => new(
        $"The database folder {Data} is damaged (no readable PG_VERSION): put it back from a backup, or move {Home} away to begin with an empty database, or choose another folder in SMSPORTAL_DATA.", e);
}
