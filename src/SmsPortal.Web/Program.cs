using SmsPortal.Web;
using SmsPortal.Web.Hosting;

return await PortalStart.RunAsync(async ending =>
{
    var builder = WebApplication.CreateBuilder(args);
    var options = PortalOptionsReader.Read(builder.Configuration);
    builder.AddPortalLogging(options);
    await using var database = await DatabaseStart.ResolveAsync(options, PortalStart.Say, ending);
    var app = PortalHost.Build(builder, options, database.ConnectionString, MasterKey.Open(options, PortalStart.Say));
    await PortalHost.PrepareAsync(app, ending);
    app.AnnounceStart(options);
    await app.RunAsync(ending);
});
