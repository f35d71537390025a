namespace SmsPortal.Web.Hosting;

/// <summary>
/// The folder with everything that a portal with a private database keeps, locked while a portal uses it. The lock is the
/// operating system's: it goes with its process, however that ends, so that there is no stale one to remove.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The private PostgreSQL's part of it.</summary>
    public string Postgres => System.IO.Path.Combine(Path, "postgres");

    /// <summary><c>/var/lib/smsportal</c> as root, else <c>~/.local/share/smsportal</c>; null for a user without a home folder.</summary>
    public static string? Default()
    {
        if (PostgresTool.MustDrop)
        {
            return "/var/lib/smsportal";
        }

        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return local.Length == 0 ? null : System.IO.Path.Combine(local, "smsportal");
    }

    /// <summary>Makes the folder where it is missing and locks it.</summary>
    /// <exception cref="StartRefusedException">It is in use, or not to be used by this user.</exception>
    public static DataFolder Open(string path)
    {
        Make(path);
        try
        {
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "portal.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw NotUsable(path, e);
        }
        catch (IOException e)
        {
            throw new StartRefusedException($"Another portal runs on the data folder {path}: stop it first (Ctrl-C where it runs), or choose another folder in SMSPORTAL_DATA.", e);
        }
    }

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="StartRefusedException">It is not to be used by this user.</exception>
    public static void Make(string path)
    {
        try
        {
            // The server of a portal that runs as root is another user, who passes through to its own folder.
            PrivateFile.MakeFolder(path, passable: PostgresTool.MustDrop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotUsable(path, e);
        }
    }

    /// <summary>Gives the folder free.</summary>
    public void Dispose() => _lock.Dispose();

    private static StartRefusedException NotUsable(string path, Exception e) =>
        new($"The data folder {path} cannot be used ({e.Message}): make it writable for this user, or choose another folder in SMSPORTAL_DATA.", e);
}
