using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsPortal.Http;
using SmsPortal.Vendors;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Vendors;

/// <summary>The simulator in this process on a free loopback port, still until it is told to move, and our way out to it.</summary>
internal sealed class SimulatedVendors : IAsyncDisposable
{
    private static readonly Dictionary<string, (string Path, (string Name, string Value)[] Credentials)> Accounts = new()
    {
        ["coolsms"] = ("coolsms/coolapi/", [("token", "sim-coolsms-token")]),
        ["smspool"] = ("smspool/", [("key", "simsmspoolkey0000000000000000032")]),
        ["jooksms"] = ("jooksms/api/v1/", [("client_id", "sim-jook-id"), ("client_secret", "sim-jook-secret")]),
        ["getsms"] = ("getsms/", [("user", "demo"), ("api_key", "sim-getsms-key")]),
        ["smspins"] = ("smspins/apiv2/", [("key", "sim-smspins-key")]),
    };

    private readonly WebApplication _app;
    private readonly OutboundHttp _http;

    private SimulatedVendors(WebApplication app)
    {
        _app = app;
        Simulator = app.Services.GetRequiredService<Simulator>();
        _http = new OutboundHttp(Options.Create(new OutboundOptions { AllowedPrivateHosts = new HashSet<string> { "127.0.0.1", "localhost" } }));
    }

    public Simulator Simulator { get; }

    public static async Task<SimulatedVendors> StartAsync(string dialect, Action<SimulatorOptions>? configure = null)
    {
        var app = SimulatorHost.Build([], options =>
        {
            options.Url = "http://127.0.0.1:0";
            options.Profile = "manual";
            options.Dialect = dialect;
            configure?.Invoke(options);
        });
        await app.StartAsync();
        return new SimulatedVendors(app);
    }

    /// <summary>A session of the vendor's first account; <paramref name="wrong"/> spoils that credential.</summary>
    public VendorSession Session(IVendor vendor, string? wrong = null)
    {
        var (path, credentials) = Accounts[vendor.Key];
        var fields = credentials.ToDictionary(field => field.Name, field => new Secret(field.Name == wrong ? field.Value + "-wrong" : field.Value));
        var secrets = vendor.CredentialFields.Where(field => field.IsSecret).Select(field => fields[field.Name].Value);
        return new VendorSession(new Uri($"{_app.Urls.Single()}/{path}"), new VendorCredentials(fields), new VendorHttp(_http, TimeProvider.System, new Redactor(secrets)), TimeProvider.System, new VendorMemory());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }
}
