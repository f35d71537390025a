using System.Collections.Concurrent;

namespace SmsPortal.VendorSimulator;

/// <summary>Hits per endpoint and dialect, and effects: what was ordered, charged, sent or changed.</summary>
public sealed class Counters
{
    private readonly ConcurrentDictionary<(string Vendor, string Endpoint, string Dialect), long> _hits = new();
    private readonly ConcurrentDictionary<(string Vendor, string Effect), long> _effects = new();

    public long Hits(string vendor, string endpoint) =>
        _hits.Where(hit => hit.Key.Vendor == vendor && hit.Key.Endpoint == endpoint).Sum(hit => hit.Value);

    public long Hits(string vendor, string endpoint, string dialect) => _hits.GetValueOrDefault((vendor, endpoint, dialect));

    public long Effects(string vendor, string effect) => _effects.GetValueOrDefault((vendor, effect));

    internal void Hit(string vendor, string endpoint, bool observed) =>
        _hits.AddOrUpdate((vendor, endpoint, observed ? Dialects.Observed : Dialects.Document), 1, (_, count) => count + 1);

    internal void Effect(string vendor, string effect, long by = 1) =>
        _effects.AddOrUpdate((vendor, effect), by, (_, count) => count + by);

    public void Reset()
    {
        _hits.Clear();
        _effects.Clear();
    }

    internal object Snapshot() => new
    {
        hits = _hits.OrderBy(hit => hit.Key)
            .Select(hit => new { hit.Key.Vendor, hit.Key.Endpoint, hit.Key.Dialect, Count = hit.Value }),
        effects = _effects.GroupBy(effect => effect.Key.Vendor)
            .ToDictionary(vendor => vendor.Key, vendor => vendor.ToDictionary(effect => effect.Key.Effect, effect => effect.Value)),
    };
}
