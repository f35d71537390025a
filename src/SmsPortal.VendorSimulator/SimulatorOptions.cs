namespace SmsPortal.VendorSimulator;

/// <summary>How a simulator starts; everything else is a <see cref="Settings"/> value that can change while it runs.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Loopback only. Port 0 takes a free one; read it from <c>app.Urls</c> after the start.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>"document" (the vendors' own tempo), "fast" (for a demo) or "manual" (nothing moves unless told).</summary>
    public string Profile { get; set; } = Tempo.Document;

    public int Seed { get; set; } = 1;

    /// <summary>Added to the first id of messages, requests and checks: a simulator that starts anew beside old data must not give ids out again.</summary>
    public int FirstId { get; set; }

    /// <summary>"document", "observed" or "alternate"; for every vendor that <see cref="Dialects"/> does not name.</summary>
    public string Dialect { get; set; } = VendorSimulator.Dialects.Document;

    public IDictionary<string, string> Dialects { get; } = new Dictionary<string, string>();

    public int WebhookRetrySeconds { get; set; } = 600;

    /// <summary>"real" or "virtual"; when empty: virtual in the manual profile, else real.</summary>
    public string ClockMode { get; set; } = "";

    /// <summary>Where a virtual clock starts; when empty: now.</summary>
    public DateTimeOffset? ClockStart { get; set; }

    /// <summary>Random realistic arrivals over all vendors; 0 = off.</summary>
    public double ArrivalsPerMinute { get; set; }

    /// <summary>Extra settings by name, as <c>POST /control/settings</c> takes them.</summary>
    public Action<Settings>? Adjust { get; set; }

    /// <summary>Says on the console where it listens; off for simulators inside tests.</summary>
    public bool LogsLifetime { get; set; }

    internal bool IsVirtual => ClockMode.Length == 0 ? Profile == Tempo.Manual : ClockMode == "virtual";

    internal static SimulatorOptions Read(string[] args)
    {
        var options = new SimulatorOptions();
        new ConfigurationBuilder().AddCommandLine(args).Build().Bind(options);
        return options;
    }

    internal void Validate()
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || !url.IsLoopback)
        {
            throw new InvalidOperationException($"Url must be a loopback address such as http://127.0.0.1:5080, not '{Url}'.");
        }

        if (!Tempo.Names.Contains(Profile))
        {
            throw new InvalidOperationException($"Profile must be one of {string.Join(", ", Tempo.Names)}, not '{Profile}'.");
        }
    }
}
