using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator;

/// <summary>One disturbance of a vendor's endpoint.</summary>
public sealed record Fault
{
    /// <summary>One of <see cref="VendorNames"/>, or "*".</summary>
    public required string Vendor { get; init; }

    /// <summary>A name of the endpoint table, or "*".</summary>
    public string Endpoint { get; init; } = "*";

    /// <summary>One of <see cref="FaultKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>How many calls it hits; -1 = until cleared.</summary>
    public int Times { get; init; } = 1;

    /// <summary>"before" = the vendor did nothing; "after" = the effect happened; empty = as the kind suggests.</summary>
    public string Phase { get; init; } = "";

    public int? RetryAfterSeconds { get; init; }

    /// <summary>Retry-After as an HTTP date instead of seconds.</summary>
    public bool RetryAfterDate { get; init; }

    /// <summary>Seconds of a delay or a hang; seconds between two bytes of a drip.</summary>
    public double? DelaySeconds { get; init; }

    /// <summary>Target of a redirect; empty = this simulator under another host name.</summary>
    public string? Location { get; init; }

    /// <summary>Size of a large answer, or of a gzip bomb when unpacked.</summary>
    public long? Bytes { get; init; }

    internal bool KeepsEffect => Phase.Length == 0 ? FaultKinds.SpoilsTheAnswer(Kind) : Phase == "after";

    internal bool Fits(string vendor, string endpoint) =>
        (Vendor == "*" || Vendor == vendor) && (Endpoint == "*" || Endpoint == endpoint);

    internal void Validate()
    {
        if (Vendor != "*" && !VendorNames.All.Contains(Vendor))
        {
            throw new SimulatorException($"Unknown vendor '{Vendor}'.");
        }

        if (Endpoint != "*" && !EndpointTable.All.Any(row => row.Name == Endpoint && Fits(row.Vendor, row.Name)))
        {
            throw new SimulatorException($"No endpoint '{Endpoint}' in the table.");
        }

        if (!FaultKinds.Named.Contains(Kind) && !FaultKinds.IsStatus(Kind))
        {
            throw new SimulatorException($"Unknown fault '{Kind}'.");
        }

        if (Phase is not ("" or "before" or "after"))
        {
            throw new SimulatorException($"Phase must be before or after, not '{Phase}'.");
        }
    }

    /// <summary>The answer when the vendor did nothing.</summary>
    internal VendorAnswer Replacement(VendorCall call) => Change(VendorAnswer.Json(new JsonObject()), call);

    /// <summary>The answer after the vendor did its work.</summary>
    internal VendorAnswer Change(VendorAnswer answer, VendorCall call) => Kind switch
    {
        FaultKinds.RateLimit => VendorAnswer.Html(429, "Too Many Requests") with { Headers = RetryAfter() },
        FaultKinds.Html => VendorAnswer.Html(200, "Just a moment..."),
        FaultKinds.Empty => answer with { Body = "" },
        FaultKinds.Truncated => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        FaultKinds.WrongContentType => answer with { ContentType = VendorAnswer.HtmlType },
        FaultKinds.NumbersAsText => answer with { Body = Spoiler.NumbersAsText(answer.Body) },
        FaultKinds.WrongTypes => answer with { Body = Spoiler.WrongTypes(answer.Body) },
        FaultKinds.ExtraMembers => answer with { Body = Spoiler.ExtraMembers(answer.Body) },
        FaultKinds.DeepJson => answer with { Body = new string('[', 10_000) + new string(']', 10_000) },
        FaultKinds.Large => answer with { Body = Spoiler.Padded(answer.Body, Bytes ?? 10 * 1024 * 1024) },
        FaultKinds.Redirect => new VendorAnswer(302, "") { Headers = new Dictionary<string, string> { ["Location"] = Location ?? OtherHost(call) } },
        _ when FaultKinds.IsStatus(Kind) => VendorAnswer.Html(int.Parse(Kind, CultureInfo.InvariantCulture), "Error") with { Headers = RetryAfter() },
        _ => answer,
    };

    private Dictionary<string, string> RetryAfter()
    {
        if (RetryAfterSeconds is not { } seconds)
        {
            return [];
        }

        var value = RetryAfterDate
            ? TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
            : seconds.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string> { ["Retry-After"] = value };
    }

    // The same listener by another name: a client that follows shows itself, with what it carries, in the hit log.
    private static string OtherHost(VendorCall call)
    {
        var port = call.Host.LastIndexOf(':') is var colon and >= 0 ? call.Host[colon..] : "";
        var host = call.Host.StartsWith("localhost", StringComparison.Ordinal) ? "127.0.0.1" : "localhost";
        return $"http://{host}{port}/other-host/{call.Vendor}";
    }
}
