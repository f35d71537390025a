using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SmsPortal.Http;
using SmsPortal.Vendors;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Vendors.Contract;

/// <summary>A simulator of one test's own, and an account at one of its vendors. Nothing moves unless told.</summary>
public sealed class VendorWorld : IAsyncDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;
    private readonly List<OutboundHttp> _ways = [];
    private readonly VendorMemory _memory = new();

    private VendorWorld(WebApplication app, VendorContract contract)
    {
        _app = app;
        Contract = contract;
        Vendor = contract.Vendor;
        Simulator = app.Services.GetRequiredService<Simulator>();
        Session = NewSession(Generous);
    }

    public VendorContract Contract { get; }

    public IVendor Vendor { get; }

    public Simulator Simulator { get; }

    /// <summary>The account, with time enough for every answer.</summary>
    public VendorSession Session { get; }

    /// <summary>Texts that a portal can find at the vendor, as the simulator issued them.</summary>
    public IEnumerable<string> IssuedTexts =>
        Simulator.Issued.Since().Where(text => text.Vendor == Vendor.Key && text.State != "lost").Select(text => text.Text);

    public static async Task<VendorWorld> StartAsync(VendorContract contract, string dialect, Action<SimulatorOptions>? configure = null)
    {
        var app = SimulatorHost.Build([], options =>
        {
            options.Url = "http://127.0.0.1:0";
            options.Profile = "manual";
            options.Dialect = dialect;
            options.ClockStart = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
            configure?.Invoke(options);
        });
        await app.StartAsync();
        return new VendorWorld(app, contract);
    }

    /// <summary>The same account through another way out: with little patience, or with other credentials.</summary>
    public VendorSession NewSession(TimeSpan patience, IReadOnlyDictionary<string, string>? credentials = null, VendorMemory? memory = null)
    {
        var outbound = new OutboundHttp(Options.Create(new OutboundOptions
        {
            TotalTimeout = patience,
            AllowedPrivateHosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost" },
        }));
        _ways.Add(outbound);
        var keys = new VendorCredentials((credentials ?? Contract.Credentials).ToDictionary(field => field.Key, field => new Secret(field.Value)));
        return new VendorSession(
            new Uri(new Uri(_app.Urls.First()), Contract.BasePath),
            keys,
            new VendorHttp(outbound, TimeProvider.System, new Redactor(keys.SecretsOf(Vendor))),
            new SimulatorTime(Simulator.Clock),
            memory ?? _memory);
    }

    public async ValueTask DisposeAsync()
    {
        _ways.ForEach(way => way.Dispose());
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
