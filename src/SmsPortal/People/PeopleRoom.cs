using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.People;

public static class PeopleRoom
{
    /// <summary>Registers people, passwords, sessions, teams, line groups and grants. Cookies and pages are the web's.</summary>
    public static IdentityBuilder AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<HashQueue>();
        services.AddSingleton<PasswordVault>();
        services.AddSingleton<SignInDesk>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SetUpDesk>();
        services.AddSingleton<PersonState>();
        services.AddSingleton<PeopleDesk>();
        services.AddSingleton<PeopleQueries>();
        services.AddSingleton<AccessChange>();
        services.AddSingleton<GrantDesk>();
        services.AddSingleton<TeamDesk>();
        services.AddSingleton<LineGroupDesk>();
        services.AddSingleton<GrantQueries>();

        // Identity would make it anew for each request; it holds nothing, and rooms that live as long as the portal use it.
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordVault.Iterations);
        return services.AddIdentityCore<PortalUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = ""; // names are e-mail addresses, in any script

                // Identity's own rules of composition are replaced by PasswordRules.
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 1;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDb>()
            .AddPasswordValidator<PasswordRulesValidator>();
    }
}
