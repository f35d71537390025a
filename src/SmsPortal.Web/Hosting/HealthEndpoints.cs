using Npgsql;
using SmsPortal.Live;

namespace SmsPortal.Web.Hosting;

/// <summary>What a supervisor asks: <c>/livez</c> (the process answers) and <c>/readyz</c> (it can take texts and show them).</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/livez", () => Results.Text("ok")).AllowAnonymous();
        app.MapGet("/readyz", async (NpgsqlDataSource source, PortalFeed feed, CancellationToken cancellationToken) =>
        {
            try
            {
                await using var command = source.CreateCommand("SELECT 1");
                command.CommandTimeout = 2;
                await command.ExecuteScalarAsync(cancellationToken);
                return feed.IsConnected ? Results.Text("ok") : Results.Text("the feed is not connected", statusCode: 503);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                return Results.Text("the database does not answer", statusCode: 503);
            }
        }).AllowAnonymous();
    }
}
