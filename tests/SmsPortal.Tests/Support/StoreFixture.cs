using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Support;

/// <summary>A migrated database of its own for a test class, with the rooms of storage on it and one connected account.</summary>
public sealed class StoreFixture : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public ServiceProvider Services { get; private set; } = null!;

    public NpgsqlDataSource Source => Services.GetRequiredService<NpgsqlDataSource>();

    public int AccountId { get; private set; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await TestDatabase.CreateDatabaseAsync(MigrateAsync);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddStorage(ConnectionString);
        Services = services.BuildServiceProvider();
        AccountId = await AddAccountAsync("getsms");
    }

    /// <summary>Another account.</summary>
    public async Task<int> AddAccountAsync(string vendorKey)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var account = new VendorAccount { VendorKey = vendorKey, Name = "Test " + vendorKey, CreatedAt = DateTimeOffset.UnixEpoch };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        db.AccountHealth.Add(new AccountHealth { AccountId = account.Id });
        await db.SaveChangesAsync();
        return account.Id;
    }

    /// <summary>A person who may read the lines given.</summary>
    public async Task<Viewer> AddMemberAsync(params long[] lines)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var person = new PortalUser { Id = Guid.NewGuid(), UserName = Guid.NewGuid().ToString("n"), DisplayName = "Member", SecurityStamp = "s" };
        db.Users.Add(person);
        db.Grants.AddRange(lines.Select(line => new AccessGrant { LineId = line, UserId = person.Id }));
        await db.SaveChangesAsync();
        await Get<AccessWriter>().RefreshAsync(CancellationToken.None);
        return new Viewer(person.Id, SeesAll: false, ReadUpTo: 0);
    }

    /// <summary>A line of the account.</summary>
    public Task<long> AddLineAsync(string key, LineKind kind = LineKind.Line, string? number = null) =>
        Get<LineWriter>().EnsureAsync(AccountId, new VendorLine(key, kind) { Number = number ?? key }, CancellationToken.None);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await TestDatabase.DropDatabaseAsync(ConnectionString);
    }

    internal static Task MigrateAsync(string connectionString) => PortalMigrator.MigrateAsync(connectionString);
}
