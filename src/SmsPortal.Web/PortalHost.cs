using SmsPortal.Http;
using SmsPortal.Intake;
using SmsPortal.Jobs.Scheduling;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Web.Demo;
using SmsPortal.Web.Hosting;
using SmsPortal.Web.Layout;
using SmsPortal.Web.SignIn;
using SmsPortal.Web.Webhooks;

namespace SmsPortal.Web;

/// <summary>Puts the rooms together. Program.cs and the tests start the portal through here.</summary>
public static class PortalHost
{
    /// <summary>The services and the pipeline, not started.</summary>
    /// <param name="builder">The host's builder; tests add to it before and after.</param>
    /// <param name="options">The settings, already checked.</param>
    /// <param name="connectionString">The database that <see cref="DatabaseStart"/> chose.</param>
    /// <param name="master">Opens the key ring.</param>
    public static WebApplication Build(WebApplicationBuilder builder, PortalOptions options, string connectionString, MasterKey master)
    {
        builder.AddPortalListener(options);
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddPortalDataProtection(master);
        services.AddOptions<OutboundOptions>().Configure(outbound => outbound.AllowedPrivateHosts = options.AllowPrivateHosts.ToHashSet(StringComparer.OrdinalIgnoreCase));
        services.AddOutboundHttp();
        services.AddStorage(connectionString);
        services.AddLive();
        services.AddIntake();
        services.AddVendorAccess();
        services.AddJobs();
        services.AddSignIn(options);
        services.AddShell();
        services.AddDemo(options);

        var app = builder.Build();
        app.UseSignIn(options);
        app.MapHealth();
        app.MapVendorWebhooks();
        app.MapSignIn();
        app.MapShell();
        return app;
    }

    /// <summary>What has to stand before anything is served: the tables, the right master key.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await PortalMigrator.MigrateAsync(app.Services.GetRequiredService<PortalConnection>().ConnectionString, cancellationToken);
        app.Services.CheckMasterKey();
    }
}
