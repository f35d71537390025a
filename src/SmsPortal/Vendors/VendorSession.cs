using System.Collections.Concurrent;

namespace SmsPortal.Vendors;

/// <summary>What a client needs for one call: where, as whom, through what. Made by the gate; knows no account and no table.</summary>
/// <param name="BaseAddress">The account's base address, ending in a slash.</param>
/// <param name="Credentials">The keys in clear.</param>
/// <param name="Http">The capped, redacting way out.</param>
/// <param name="Time">The clock.</param>
/// <param name="Memory">What this node remembers of the account between calls.</param>
public sealed record VendorSession(Uri BaseAddress, VendorCredentials Credentials, VendorHttp Http, TimeProvider Time, VendorMemory Memory);

/// <summary>Facts that a node remembers per account between calls: a session token, that a newer call answered 404. Losing it costs a call, never correctness.</summary>
public sealed class VendorMemory
{
    private readonly ConcurrentDictionary<string, object> _facts = new(StringComparer.Ordinal);

    /// <summary>The fact of that name, or null.</summary>
    public T? Get<T>(string name)
        where T : class => _facts.GetValueOrDefault(name) as T;

    /// <summary>Remembers the fact, or forgets it when <paramref name="fact"/> is null.</summary>
    public void Set(string name, object? fact)
    {
        if (fact is null)
        {
            _facts.TryRemove(name, out _);
        }
        else
        {
            _facts[name] = fact;
        }
    }
}
