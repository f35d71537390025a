using SmsPortal.VendorAccess;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Web.Demo;

internal static class DemoRoom
{
    /// <summary>Registers the demo's filling; nothing without <c>--demo</c>.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, PortalOptions options)
    {
        if (!options.Demo)
        {
            return services;
        }

        // Against the simulator alone the vendors' pace floors may shrink, so that a visitor sees texts of all vendors within seconds.
        services.Configure<GateOptions>(gate => gate.PaceFactor = 0.25);
        services.AddSingleton<DemoAccess>();
        services.AddHostedService<DemoSeed>();
        return services;
    }
}
