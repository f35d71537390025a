using Microsoft.Extensions.DependencyInjection;

namespace SmsPortal.Http;

public static class HttpRoom
{
    /// <summary>Registers the one way out.</summary>
    public static IServiceCollection AddOutboundHttp(this IServiceCollection services) => services.AddSingleton<OutboundHttp>();
}
