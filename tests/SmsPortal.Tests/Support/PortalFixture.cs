using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Web;
using SmsPortal.Web.Hosting;
using SmsPortal.Web.Webhooks;
using Xunit;

namespace SmsPortal.Tests.Support;

/// <summary>A whole portal in this process, on a free loopback port, with a database of its own; several nodes share one by <see cref="StartNodeAsync"/>.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private static readonly string MasterKeyText = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly List<WebApplication> _nodes = [];
    private bool _ownsDatabase;

    public string ConnectionString { get; private set; } = "";

    /// <summary>The first node.</summary>
    public WebApplication Node => _nodes[0];

    /// <summary>A client of the first node that follows no redirect.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _ownsDatabase = true;
        await StartOnAsync(await TestDatabase.CreateDatabaseAsync(StoreFixture.MigrateAsync));
    }

    /// <summary>The first node on a database that the caller keeps.</summary>
    public async Task StartOnAsync(string connectionString)
    {
        ConnectionString = connectionString;
        await StartNodeAsync();
        Client = ClientOf(Node);
    }

    /// <summary>Another node on the same database.</summary>
    public async Task<WebApplication> StartNodeAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(PortalHost).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        var options = new PortalOptions { DataFolder = Path.GetTempPath(), Port = 0, MasterKey = MasterKeyText, AllowPrivateHosts = ["localhost", "127.0.0.1"] };
        var app = PortalHost.Build(builder, options, ConnectionString, MasterKey.Open(options, _ => { }));
        await PortalHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        _nodes.Add(app);
        return app;
    }

    /// <summary>Where a node answers, ending in a slash.</summary>
    public static Uri AddressOf(WebApplication node) =>
        new(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "localhost", StringComparison.Ordinal) + "/");

    public static HttpClient ClientOf(WebApplication node) => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = AddressOf(node) };

    /// <summary>An account with a webhook path; returns its id and the path.</summary>
    public async Task<(int AccountId, string Path)> AddWebhookAccountAsync(string vendorKey = "getsms")
    {
        var secret = System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = await Node.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var account = new VendorAccount { VendorKey = vendorKey, Name = "Hooked " + secret[..6], State = AccountState.Paused, WebhookSecretHash = SHA256.HashData(Encoding.UTF8.GetBytes(secret)), KeyFingerprint = secret };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        db.AccountHealth.Add(new AccountHealth { AccountId = account.Id });
        await db.SaveChangesAsync();
        return (account.Id, VendorWebhooks.PathOf(vendorKey, secret));
    }

    /// <summary>Stops a node and forgets it.</summary>
    public async Task StopNodeAsync(WebApplication node)
    {
        _nodes.Remove(node);
        await node.StopAsync();
        await node.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var node in _nodes)
        {
            // Without a stop the job threads would outlive the test run.
            await node.StopAsync();
            await node.DisposeAsync();
        }

        if (_ownsDatabase)
        {
            await TestDatabase.DropDatabaseAsync(ConnectionString);
        }
    }
}
