using System.Text.Json;
using SmsPortal.VendorSimulator.Control;
using SmsPortal.VendorSimulator.Http;
using SmsPortal.VendorSimulator.Webhooks;

namespace SmsPortal.VendorSimulator;

/// <summary>
/// Builds the simulator as a web application. The empty builder reads no settings file and no environment, so that a
/// test host around it cannot change what it is.
/// </summary>
public static class SimulatorHost
{
    private static readonly (string Vendor, string Base)[] Bases =
    [
        (VendorNames.CoolSms, "/coolsms/coolapi"),
        (VendorNames.SmsPool, "/smspool"),
        (VendorNames.JookSms, "/jooksms/api/v1"),
        (VendorNames.GetSms, "/getsms"),
        (VendorNames.SmsPins, "/smspins/apiv2"),
    ];

    public static WebApplication Build(string[] args, Action<SimulatorOptions>? configure = null)
    {
        var options = SimulatorOptions.Read(args);
        configure?.Invoke(options);
        options.Validate();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Url);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", options.LogsLifetime ? LogLevel.Information : LogLevel.Warning);
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        builder.Services.AddSingleton(new Simulator(options)).AddSingleton<VendorDispatcher>();
        builder.Services.AddHostedService<ClockTicker>().AddHostedService<WebhookSender>();
        builder.Services.AddHttpClient(WebhookSender.Client, client => client.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
            .RemoveAllLoggers();

        var app = builder.Build();
        MapVendors(app);
        app.MapControl();
        return app;
    }

    private static void MapVendors(WebApplication app)
    {
        var dispatcher = app.Services.GetRequiredService<VendorDispatcher>();
        foreach (var (vendor, path) in Bases)
        {
            app.Map(path + "/{**rest}", (HttpContext http) => dispatcher.HandleAsync(http, vendor, Rest(http, path)));
        }

        app.Map("/other-host/{vendor}/{**rest}", (HttpContext http, string vendor) => dispatcher.ElsewhereAsync(http, vendor));
    }

    // From the path itself, as route values lose what a caller's odd slashes say.
    private static string Rest(HttpContext http, string path) => http.Request.Path.Value![path.Length..];
}
