using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Web.Webhooks;

namespace SmsPortal.Benchmarks;

/// <summary>A portal's database, migrated, with one GetSMS account and the lines of its requests.</summary>
internal sealed class PortalStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PortalStore(string connectionString)
    {
        ConnectionString = connectionString;
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(connectionString);
        _services = services.BuildServiceProvider();
    }

    public string ConnectionString { get; }

    public int AccountId { get; private set; }

    /// <summary>The secret path that the vendor posts to.</summary>
    public string HookPath { get; private set; } = "";

    public NpgsqlDataSource Source => Get<NpgsqlDataSource>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static async Task<PortalStore> CreateAsync(BenchPostgres server, string name)
    {
        var store = new PortalStore(await server.CreateDatabaseAsync(name));
        await PortalMigrator.MigrateAsync(store.ConnectionString);
        await store.AddAccountAsync();
        return store;
    }

    /// <summary>Lines as won bids leave them: known by request and by number.</summary>
    public Task AddRequestsAsync() => Get<LineWriter>().SaveAsync(AccountId,
        [.. Enumerable.Range(0, Webhooks.Requests).Select(request => new VendorLine("request:" + Webhooks.RequestId(request), LineKind.OneTime) { Number = Webhooks.Number(request), Service = "Google" })], CancellationToken.None);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task AddAccountAsync()
    {
        var secret = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var account = new VendorAccount { VendorKey = "getsms", Name = "Bench", State = AccountState.Paused, WebhookSecretHash = SHA256.HashData(Encoding.UTF8.GetBytes(secret)), KeyFingerprint = secret };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        db.AccountHealth.Add(new AccountHealth { AccountId = account.Id });
        await db.SaveChangesAsync();
        (AccountId, HookPath) = (account.Id, VendorWebhooks.PathOf("getsms", secret));
    }
}
