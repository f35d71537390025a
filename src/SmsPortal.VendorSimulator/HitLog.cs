using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator;

/// <summary>One request that reached the simulator. The path carries no secret: keys are cut out before it is kept.</summary>
public sealed class Hit
{
    public required long Sequence { get; init; }

    /// <summary>Real time, whatever the vendors' clock says.</summary>
    public required DateTimeOffset At { get; init; }

    public required string Vendor { get; init; }
    public required string Endpoint { get; init; }
    public required string Method { get; init; }
    public required string Host { get; init; }
    public required string Path { get; init; }

    /// <summary>Where a secret travelled: "header", "path", "query", "body" or "none".</summary>
    public required string SecretIn { get; init; }

    /// <summary>True when the call came before the Retry-After of an earlier 429 or 503 had passed.</summary>
    public bool InsideRetryAfter { get; init; }

    public int Status { get; private set; }
    public string? Fault { get; private set; }
    internal Action<DateTimeOffset> HoldBack { get; init; } = _ => { };

    internal void Finish(int status, string? retryAfter, string? fault)
    {
        Status = status;
        Fault = fault;
        if (int.TryParse(retryAfter, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
        {
            HoldBack(At.AddSeconds(seconds));
        }
        else if (DateTimeOffset.TryParse(retryAfter, System.Globalization.CultureInfo.InvariantCulture, out var until))
        {
            HoldBack(until);
        }
    }
}

/// <summary>The last requests, and whether any came under a host name that is not the vendor's.</summary>
public sealed class HitLog
{
    private const int Kept = 20_000;

    private static readonly string[] SecretFields = ["key", "api_key", "client_secret", "pass"];

    private readonly Lock _gate = new();
    private readonly Queue<Hit> _hits = new();
    private readonly Dictionary<string, DateTimeOffset> _heldBack = [];
    private long _sequence;

    public IReadOnlyList<Hit> All
    {
        get
        {
            lock (_gate)
            {
                return _hits.ToList();
            }
        }
    }

    /// <summary>Requests that followed a redirect to another host.</summary>
    public IReadOnlyList<Hit> Elsewhere => All.Where(hit => hit.Endpoint == "other-host").ToList();

    public void Clear()
    {
        lock (_gate)
        {
            _hits.Clear();
            _heldBack.Clear();
        }
    }

    internal Hit Add(VendorCall call, string endpoint)
    {
        var now = TimeProvider.System.GetUtcNow();
        var secretIn = SecretIn(call);
        lock (_gate)
        {
            var hit = new Hit
            {
                Sequence = ++_sequence, At = now, Vendor = call.Vendor, Endpoint = endpoint, Method = call.Method, Host = call.Host,
                Path = secretIn == "path" ? "***" + call.Path[call.Path.IndexOf('/', StringComparison.Ordinal)..] : call.Path,
                SecretIn = secretIn,
                InsideRetryAfter = _heldBack.TryGetValue(call.Vendor, out var until) && now < until,
                HoldBack = time =>
                {
                    lock (_gate)
                    {
                        _heldBack[call.Vendor] = time;
                    }
                },
            };
            _hits.Enqueue(hit);
            if (_hits.Count > Kept)
            {
                _hits.Dequeue();
            }

            return hit;
        }
    }

    private static string SecretIn(VendorCall call)
    {
        if (call.Vendor == VendorNames.SmsPins && call.Path.Contains('/', StringComparison.Ordinal))
        {
            return "path";
        }

        if (SecretFields.Any(call.IsInQuery))
        {
            return "query";
        }

        return call.Headers.ContainsKey("Authorization") || call.Headers.ContainsKey("X-Auth-Token") ? "header"
            : SecretFields.Any(field => call.Field(field) is not null) ? "body"
            : "none";
    }
}
