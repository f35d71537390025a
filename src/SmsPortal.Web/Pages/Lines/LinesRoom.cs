namespace SmsPortal.Web.Pages.Lines;

internal static class LinesRoom
{
    public static IServiceCollection AddLinePages(this IServiceCollection services)
    {
        services.AddSingleton<LineListReader>();
        return services;
    }
}
