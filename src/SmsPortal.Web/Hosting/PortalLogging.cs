using Microsoft.Extensions.Logging.Console;

namespace SmsPortal.Web.Hosting;

/// <summary>What the portal writes to its output, and how much of it.</summary>
public static class PortalLogging
{
    // Their Information is one line or more for every request, query or job.
    private static readonly string[] Talkative = ["Microsoft", "System.Net.Http", "Quartz", "Npgsql"];

    /// <summary>One line per entry, in UTC, from SMSPORTAL_LOG_LEVEL on; frameworks from Warning on; the database and jobs say more at Debug and Trace, ASP.NET Core never does: its lines hold paths and typed values.</summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder, PortalOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Logging.SetMinimumLevel(options.LogLevel);

        // Webhook secrets and the set-up token stand in paths, vendor keys in the arguments of circuits.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        if (options.LogLevel == LogLevel.Information)
        {
            foreach (var category in Talkative)
            {
                builder.Logging.AddFilter(category, LogLevel.Warning);
            }
        }

        return builder;
    }
}
