using Quartz;

namespace SmsPortal.Migrations;

/// <summary>The job store's tables, from the script that Quartz carries inside its assembly, in a schema of their own.</summary>
internal static class QuartzSchema
{
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    /// <summary>The statements; each can run again without harm.</summary>
    public static IEnumerable<string> Statements()
    {
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException($"Quartz no longer carries {Script}; freeze its text here.");
        using var reader = new StreamReader(stream);

        // The header comment holds the separator too, so only whole lines count and the first part is dropped.
        return ["CREATE SCHEMA IF NOT EXISTS jobs", .. reader.ReadToEnd()
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("{0}", "jobs.qrtz_", StringComparison.Ordinal)
            .Replace("{1}", "qrtz_", StringComparison.Ordinal)
            .Split("\n--;;\n")
            .Skip(1)];
    }
}
