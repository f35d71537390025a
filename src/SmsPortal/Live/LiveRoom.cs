using Microsoft.Extensions.DependencyInjection;

namespace SmsPortal.Live;

public static class LiveRoom
{
    /// <summary>Registers the feed, its listener and what each node remembers of lines and access.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<PortalFeed>();
        services.AddSingleton<LineDirectory>();
        services.AddSingleton<AccessScopes>();
        services.AddHostedService<FeedListener>();
        return services;
    }
}
