using Npgsql;
using SmsPortal.Web.Hosting;

return await PortalStart.RunAsync(async ending =>
{
    var builder = WebApplication.CreateBuilder(args);
    var options = PortalOptionsReader.Read(builder.Configuration);
    builder.AddPortalLogging(options);
    builder.AddPortalListener(options);
    await using var database = await DatabaseStart.ResolveAsync(options, PortalStart.Say, ending);

    builder.Services.AddSingleton(options);
    builder.Services.AddSingleton(NpgsqlDataSource.Create(database.ConnectionString));
    builder.Services.AddPortalDataProtection(MasterKey.Open(options, PortalStart.Say));

    var app = builder.Build();
    await app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("create table if not exists data_protection_key (id text primary key, xml text not null)").ExecuteNonQueryAsync(ending);
    app.Services.CheckMasterKey();
    app.MapGet("/livez", () => "ok");
    app.AnnounceStart(options);
    await app.RunAsync(ending);
});
