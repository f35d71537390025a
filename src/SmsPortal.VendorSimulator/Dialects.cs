namespace SmsPortal.VendorSimulator;

/// <summary>Which shapes a vendor answers with: its document's, those seen in public clients, or both in turn.</summary>
public sealed class Dialects
{
    public const string Document = "document";
    public const string Observed = "observed";
    public const string Alternate = "alternate";

    private readonly Dictionary<string, string> _chosen = VendorNames.All.ToDictionary(name => name, _ => Document);
    private readonly Dictionary<string, bool> _turn = [];

    public string this[string vendor]
    {
        get => _chosen[vendor];
        set => _chosen[vendor] = value is Document or Observed or Alternate && _chosen.ContainsKey(vendor)
            ? value
            : throw new ArgumentException($"Unknown vendor or dialect: {vendor}, {value}.", nameof(value));
    }

    /// <summary>True when the next answer of this vendor has the observed shape.</summary>
    internal bool NextIsObserved(string vendor)
    {
        if (_chosen[vendor] != Alternate)
        {
            return _chosen[vendor] == Observed;
        }

        _turn[vendor] = !_turn.GetValueOrDefault(vendor);
        return !_turn[vendor];
    }
}
