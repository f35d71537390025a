using Microsoft.Extensions.DependencyInjection;

namespace SmsPortal.Reading;

public static class ReadingRoom
{
    /// <summary>Registers unread marks and what the inbox shows beside the messages.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<ReadingQueries>();
        return services;
    }
}
