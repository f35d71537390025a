using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Web.SignIn;

/// <summary>Who may enter: cookies, sign-in and set-up pages, limits, and circuits that end with the person's right to be there.</summary>
public static class SignInRoom
{
    /// <summary>The policy of what only admins do.</summary>
    public const string AdminOnly = "Admin";

    public static IServiceCollection AddSignIn(this IServiceCollection services, PortalOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddPeople();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddApplicationCookie();
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => PortalCookies.Configure(cookie, options));
        services.Configure<AntiforgeryOptions>(antiforgery => PortalCookies.Configure(antiforgery, options));
        services.AddAntiforgery();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AdminOnly, policy => policy.RequireRole(PortalRoles.Admin));
        services.AddRateLimiter(SignInLimits.Configure);
        services.AddOptions<SignInLimits>();

        services.AddSingleton<SessionValidation>();
        services.AddSingleton<PersonSignIn>();
        services.AddHostedService<FirstStart>();

        services.AddSingleton<PersonSignals>();
        services.AddHostedService(provider => provider.GetRequiredService<PersonSignals>());
        services.AddScoped<CurrentPerson>();
        services.AddScoped<CircuitWatch>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitWatch>());
        services.AddCascadingAuthenticationState();
        return services;
    }

    /// <summary>The pipeline up to the endpoints, in its order; call once, before anything is mapped.</summary>
    public static void UseSignIn(this WebApplication app, PortalOptions options)
    {
        app.UseForwardedHeaders();
        app.UsePlainErrors();
        app.UseSecurityHeaders(options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        SignInEndpoints.Map(app);
        SetUpEndpoints.Map(app);
        PasswordEndpoint.Map(app);
    }
}
