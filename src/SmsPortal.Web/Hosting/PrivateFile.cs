using System.Text;

namespace SmsPortal.Web.Hosting;

/// <summary>Files and folders that only their owner can read, from the first byte on.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the file anew; it is on the disk when this returns.</summary>
    public static void Write(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Makes the folder where it is missing; an existing one keeps its rights. Others may pass through it to what is theirs when <paramref name="passable"/>.</summary>
    public static void MakeFolder(string path, bool passable = false)
    {
        var isNew = !Directory.Exists(path);
        Directory.CreateDirectory(path);
        if (isNew && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | (passable ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None));
        }
    }
}
