using System.Text.RegularExpressions;

namespace SmsPortal.Web.Hosting;

/// <summary>Where PostgreSQL's server programs (<c>initdb</c>, <c>pg_ctl</c>) lie on this machine.</summary>
internal static partial class PostgresBinaries
{
    /// <summary>Names the folder to use when the search below does not find it.</summary>
    public const string Variable = "SMSPORTAL_POSTGRES_BIN";

    /// <summary>
    /// The folder of the newest server found, or of the one that can open a data folder of <paramref name="major"/>,
    /// as a server reads the data of its own major version only.
    /// </summary>
    /// <exception cref="StartRefusedException">Nothing suitable is installed.</exception>
    public static async Task<string> FindAsync(int? major, CancellationToken cancellationToken)
    {
        var found = Candidates().Where(IsServer).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            throw new StartRefusedException(
                "No PostgreSQL server is installed. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), "
                + $"or name the folder of initdb and pg_ctl in {Variable}, or name a database of your own in SMSPORTAL_CONNECTION_STRING.");
        }

        if (major is null)
        {
            return found[0];
        }

        foreach (var folder in found)
        {
            if (await MajorOfAsync(folder, cancellationToken) == major)
            {
                return folder;
            }
        }

        throw new StartRefusedException(
            $"The data was made by PostgreSQL {major}, and only other versions are installed ({string.Join(", ", found)}). "
            + $"Install PostgreSQL {major} again (or name its folder in {Variable}), or move the data to the newer version with pg_upgrade.");
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return [named];
        }

        return Newest("/usr/lib/postgresql", "*")
            .Concat(Newest("/opt/homebrew/opt", "postgresql@*"))
            .Concat(Newest("/usr/local/opt", "postgresql@*"))
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
    }

    // "/usr/lib/postgresql/9", ".../15", "postgresql@17": by number, not by text
    private static IEnumerable<string> Newest(string root, string pattern) => Directory.Exists(root)
        ? Directory.GetDirectories(root, pattern).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder).Split('@')[^1], out var version) ? version : 0)
        : [];

    private static bool IsServer(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));

    // "pg_ctl (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    private static async Task<int?> MajorOfAsync(string folder, CancellationToken cancellationToken)
    {
        var (_, text) = await PostgresTool.RunAsync(Path.Combine(folder, "pg_ctl"), ["--version"], asPostgres: false, cancellationToken);
        return Version().Match(text) is { Success: true } match ? int.Parse(match.Groups["major"].ValueSpan, provider: null) : null;
    }

    [GeneratedRegex(@"\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
