using SmsPortal.Web.Pages.Admin.Access;

namespace SmsPortal.Web.Pages.Admin;

public static class AdminRoom
{
    /// <summary>Registers what the people and access pages need beside the machine room.</summary>
    public static IServiceCollection AddAdminPages(this IServiceCollection services)
    {
        services.AddSingleton<AdminChanges>();
        services.AddSingleton<AccessFinder>();
        services.AddTransient<AccessState>();
        return services;
    }
}
