using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace SmsPortal.Storage;

public static class StorageRoom
{
    /// <summary>The assembly that holds the migrations.</summary>
    public const string MigrationsAssembly = "SmsPortal.Migrations";

    /// <summary>Registers PostgreSQL: one data source per process, pooled contexts, the queries and writers.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(new PortalConnection(connectionString));
        services.AddSingleton(_ => DataSource(connectionString));
        services.AddPooledDbContextFactory<PortalDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>()));

        // Identity's stores ask for the context itself.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<MessageQueries>();
        services.AddSingleton<LineQueries>();
        services.AddSingleton<LineDetailQueries>();
        services.AddSingleton<LineWriter>();
        services.AddSingleton<AccountQueries>();
        services.AddSingleton<AccountOverviewQueries>();
        services.AddSingleton<AccessWriter>();
        services.AddSingleton<AccessQueries>();
        services.AddSingleton<SettingStore>();
        services.AddSingleton<UnreadablePosts>();
        services.AddSingleton<AccountWriter>();
        services.AddSingleton<HealthWriter>();
        services.AddSingleton<PollClaims>();
        services.AddSingleton<PollMemory>();
        services.AddSingleton<CheckStore>();
        services.AddSingleton<AutoChecks>();
        services.AddSingleton<WatchedLines>();
        services.AddSingleton<Retention>();
        return services;
    }

    /// <summary>A data source as the portal uses it.</summary>
    public static NpgsqlDataSource DataSource(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName ??= "SmsPortal";
        builder.ConnectionStringBuilder.MaxAutoPrepare = 60;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Min(builder.ConnectionStringBuilder.MaxPoolSize, 50);
        return builder.Build();
    }

    /// <summary>Options of a context over a data source; also used by migrations and tests.</summary>
    public static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source, npgsql => npgsql.MigrationsAssembly(MigrationsAssembly))
        .UseApplicationServiceProvider(Schema);

    // Identity reads the schema version (passkeys need 3) from the application's options, not from the context.
    internal static readonly IServiceProvider Schema = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();
}

/// <summary>Where PostgreSQL is, with the password: for connections outside the pool.</summary>
public sealed record PortalConnection(string ConnectionString)
{
    public override string ToString() => "***";
}
