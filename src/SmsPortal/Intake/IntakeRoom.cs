using Microsoft.Extensions.DependencyInjection;

namespace SmsPortal.Intake;

public static class IntakeRoom
{
    /// <summary>Registers the one door in.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<LineFinder>();
        services.AddSingleton<MessageIntake>();
        services.AddHostedService(provider => provider.GetRequiredService<MessageIntake>());
        return services;
    }
}
