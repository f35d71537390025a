using System.Net.Sockets;
using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>
/// The database that this portal runs on: the one that SMSPORTAL_CONNECTION_STRING names, else a private PostgreSQL in the data
/// folder, which stops when this is disposed (after the host has stopped).
/// </summary>
public sealed class DatabaseStart : IAsyncDisposable
{
    private const int OldestServer = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DataFolder? _folder;
    private readonly EmbeddedPostgres? _server;

    private DatabaseStart(string connectionString, DataFolder? folder, EmbeddedPostgres? server)
    {
        ConnectionString = connectionString;
        _folder = folder;
        _server = server;
    }

    /// <summary>How to reach it. It holds a password: not for logs.</summary>
    public string ConnectionString { get; }

    /// <summary>Finds or starts the database, waits until it answers, and makes sure that demo and real data do not mix.</summary>
    /// <exception cref="StartRefusedException">There is no database to run on; the message says why and what to do.</exception>
    public static async Task<DatabaseStart> ResolveAsync(PortalOptions options, Action<string> log, CancellationToken cancellationToken = default)
    {
        var start = options.ConnectionString is { } given ? new DatabaseStart(given, null, null) : await StartPrivateAsync(options, log, cancellationToken);
        try
        {
            await using var connection = await ConnectAsync(start, log, cancellationToken);
            if (connection.PostgreSqlVersion.Major < OldestServer)
            {
                throw new StartRefusedException($"The database in SMSPORTAL_CONNECTION_STRING is PostgreSQL {connection.PostgreSqlVersion}; the portal needs {OldestServer} or newer.");
            }

            await DatabaseKind.ClaimAsync(connection, options.Demo, cancellationToken);
            return start;
        }
        catch
        {
            await start.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the private database and gives its folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.StopAsync();
        }

        _folder?.Dispose();
    }

    private static async Task<DatabaseStart> StartPrivateAsync(PortalOptions options, Action<string> log, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new StartRefusedException("On Windows the portal has no private database: name a PostgreSQL in SMSPORTAL_CONNECTION_STRING.");
        }

        var folder = DataFolder.Open(options.DataFolder);
        var server = new EmbeddedPostgres(folder.Postgres, log);
        try
        {
            await server.StartAsync(cancellationToken);
            var name = options.Demo ? "demo" : "portal";
            await CreateDatabaseAsync(server.ConnectionString(), name, cancellationToken);
            log($"The data lies in {folder.Path}.");
            return new DatabaseStart(server.ConnectionString(name), folder, server);
        }
        catch
        {
            await server.StopAsync();
            folder.Dispose();
            throw;
        }
    }

    private static async Task CreateDatabaseAsync(string connectionString, string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var find = source.CreateCommand($"select 1 from pg_database where datname = '{name}'");
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = source.CreateCommand($"create database \"{name}\"");
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(DatabaseStart start, Action<string> log, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(start.ConnectionString) { Pooling = false };
        var began = TimeProvider.System.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var connection = new NpgsqlConnection(settings.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellationToken);
                return connection;
            }
            catch (NpgsqlException e)
            {
                await connection.DisposeAsync();
                if (!MayPass(e) || TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw new StartRefusedException(
                        $"The database {settings.Database} on {settings.Host} cannot be reached ({e.Message}): check that it runs, and SMSPORTAL_CONNECTION_STRING.", e);
                }

                if (attempt == 1)
                {
                    log($"Waiting for the database {settings.Database} on {settings.Host} …");
                }

                await Task.Delay(500, cancellationToken);
            }
        }
    }

    // A server that starts beside us refuses connections for a moment; a wrong password stays wrong.
    private static bool MayPass(NpgsqlException e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow } || e.InnerException is SocketException;
}
