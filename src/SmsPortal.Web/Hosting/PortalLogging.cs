using Microsoft.Extensions.Logging.Console;

namespace SmsPortal.Web.Hosting;

/// <summary>What the portal writes to its output, and how much of it.</summary>
public static class PortalLogging
{
    // Their Information is one line or more for every request, query or job.
    private static readonly string[] Talkative = ["Microsoft", "System.Net.Http", "Quartz", "Npgsql"];

    /// <summary>One line per entry, in UTC, from SMSPORTAL_LOG_LEVEL on; frameworks from Warning on, unless Debug or Trace is asked for.</summary>
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
