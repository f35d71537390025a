using System.Security.Cryptography;
using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>
/// A private PostgreSQL in a folder of its own: unix socket only, scram password, apart from our process group, so that a
/// crash of the portal does not cut it off. A survivor of such a crash is used again.
/// </summary>
/// <param name="home">The folder that holds everything of it: data, socket, password, log.</param>
/// <param name="log">Told in one sentence what happens.</param>
/// <param name="settings">Server settings beyond ours, such as <c>fsync=off</c> for tests.</param>
public sealed class EmbeddedPostgres(string home, Action<string> log, IReadOnlyList<string>? settings = null)
{
    private const string User = "portal";
    private const string NoAnswer = "it runs, but does not answer";
    private const int MostAttempts = 240; // a minute: after a crash, a server replays its log before it answers

    // Sorts by code point, so that an upgrade of the system's language files never disturbs an index.
    private static readonly string Locale = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";

    private readonly PostgresFolders _folders = new(Path.GetFullPath(home));
    private string _binaries = "";
    private bool _running;

    /// <summary>The folder that holds everything of this server.</summary>
    public string Home => _folders.Home;

    /// <summary>How to reach a database of this server. It holds the password: not for logs.</summary>
    public string ConnectionString(string database = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = _folders.Socket,
        Username = User,
        Password = File.ReadAllText(_folders.Password),
        Database = database,
    }.ConnectionString;

    /// <summary>Makes the data folder when there is none, and starts the server or finds it running.</summary>
    /// <exception cref="StartRefusedException">It cannot start; the message says why and what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        _binaries = await PostgresBinaries.FindAsync(_folders.MajorVersion(), cancellationToken);
        await _folders.PrepareAsync(cancellationToken);
        if (_folders.MajorVersion() is null)
        {
            await InitializeAsync(cancellationToken);
        }
        else if (!File.Exists(_folders.Password))
        {
            throw new StartRefusedException($"The database in {Home} has lost its password file ({_folders.Password}): put it back from a backup, or move {Home} away to begin with an empty database.");
        }

        await StartServerAsync(cancellationToken);
        _running = true;
    }

    /// <summary>Stops the server, if it was started or found here: connections are cut, everything committed is kept.</summary>
    public async Task StopAsync()
    {
        if (_running)
        {
            _running = false;
            var (exitCode, output) = await PgCtlAsync(["stop", "-m", "fast", "-w", "-t", "30"], CancellationToken.None);
            if (exitCode != 0)
            {
                log($"The private PostgreSQL in {Home} did not stop: {output}");
                return;
            }

            _folders.RemoveBorrowedSocketFolder();
        }
    }

    /// <summary>Stops the server of a process that is gone, if it still runs.</summary>
    public async Task StopSurvivorAsync()
    {
        _binaries = await PostgresBinaries.FindAsync(_folders.MajorVersion(), CancellationToken.None);
        new PostgresPidFile(_folders.Data, _folders.Socket).RemoveIfForeign();
        _running = (await PgCtlAsync(["status"], CancellationToken.None)).ExitCode == 0;
        await StopAsync();
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (new PostgresPidFile(_folders.Data, _folders.Socket).RemoveIfForeign() is { } pid)
            {
                log($"Removed the lock file of a PostgreSQL that is gone (process {pid}).");
            }

            var trouble = await TryStartAsync(cancellationToken);
            if (trouble is null)
            {
                return;
            }

            if (attempt == MostAttempts || !MayPass(trouble))
            {
                throw new StartRefusedException(
                    $"The private PostgreSQL does not start: {trouble} (its log: {_folders.Log}). "
                    + $"If {_folders.Data} is damaged, put it back from a backup, or move {Home} away to begin with an empty database, or choose another folder in SMSPORTAL_DATA.");
            }

            await Task.Delay(250, cancellationToken);
        }
    }

    // Null when it runs and answers, else what is wrong.
    private async Task<string?> TryStartAsync(CancellationToken cancellationToken)
    {
        var (status, _) = await PgCtlAsync(["status"], cancellationToken);
        if (status == 0)
        {
            if (!await AnswersAsync(cancellationToken))
            {
                return NoAnswer;
            }

            log($"PostgreSQL was still running in {Home}; using it.");
            return null;
        }

        var logged = _folders.LogLength();
        var (exitCode, output) = await PgCtlAsync(["start", "-l", _folders.Log, "-w", "-t", "60", "-o", ServerOptions()], cancellationToken);
        return exitCode == 0 ? null : _folders.LastTrouble(logged) ?? output;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString()) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new StartRefusedException($"The password in {_folders.Password} is not the one of the database beside it: put both back from the same backup.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // A server that is being killed counts as running for a moment; then its children, who need a moment to notice, hold what
    // was its: 'lock file "postmaster.pid" already exists', 'pre-existing shared memory block … is still in use'.
    private static bool MayPass(string trouble) =>
        trouble == NoAnswer || trouble.Contains("lock file", StringComparison.Ordinal) || trouble.Contains("still in use", StringComparison.Ordinal);

    // Into a folder beside, renamed when it is whole: what was cut off is never taken for a database.
    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        log($"Making a new PostgreSQL database in {Home}.");
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        PrivateFile.Write(_folders.Password, password);
        PrivateFile.Write(_folders.PasswordForInitdb, password);
        try
        {
            await PostgresFolders.GiveToServiceUserAsync([_folders.PasswordForInitdb], cancellationToken);
            var (exitCode, output) = await PostgresTool.RunAsync(
                Path.Combine(_binaries, "initdb"),
                ["-D", _folders.DataInTheMaking, "-U", User, "-A", "scram-sha-256", "--pwfile=" + _folders.PasswordForInitdb, "-E", "UTF8", "--locale=" + Locale, "--no-instructions"],
                asPostgres: true,
                cancellationToken);
            if (exitCode != 0)
            {
                throw new StartRefusedException($"PostgreSQL's initdb failed in {Home}: {string.Join(' ', output.Split('\n').Where(line => line.StartsWith("initdb:", StringComparison.Ordinal)))}");
            }

            Directory.Move(_folders.DataInTheMaking, _folders.Data);
        }
        finally
        {
            File.Delete(_folders.PasswordForInitdb);
        }
    }

    private Task<(int ExitCode, string Output)> PgCtlAsync(string[] arguments, CancellationToken cancellationToken) =>
        PostgresTool.RunAsync(Path.Combine(_binaries, "pg_ctl"), [.. arguments, "-D", _folders.Data], asPostgres: true, cancellationToken);

    private string ServerOptions() => string.Join(
        ' ',
        new[] { "listen_addresses=''", "unix_socket_permissions=0700", "max_connections=120" }
            .Concat(settings ?? [])
            .Select(setting => "-c " + setting)
            .Prepend($"-k '{_folders.Socket}'"));
}
