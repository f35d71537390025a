using SmsPortal.Model;

namespace SmsPortal.Reading;

/// <summary>What the panel says of a message beside its text.</summary>
/// <param name="AccountName">The account it came from.</param>
/// <param name="Currency">ISO currency of its price.</param>
/// <param name="Sightings">How often it was seen again, by way; empty when never.</param>
public sealed record MessageFacts(string AccountName, string Currency, IReadOnlyList<Sighting> Sightings);

/// <summary>Repeats that were folded in.</summary>
/// <param name="Way">How they came.</param>
/// <param name="Count">How many.</param>
/// <param name="LastAt">The last one (UTC).</param>
public sealed record Sighting(ArrivalWay Way, int Count, DateTimeOffset LastAt);
