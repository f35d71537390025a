using System.Collections.Concurrent;
using SmsPortal.Vendors;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Tests.Jobs;

/// <summary>A vendor that notes which node polls which account, and whether two do at once. A node can be made to hang in its call.</summary>
internal sealed class ProbeVendor(ProbeLog log, string node) : IVendor, IReadAccountMessages
{
    public string Key => "probe";

    public string Name => "Probe";

    public string Mark => "PR";

    public Uri DefaultBaseAddress { get; } = new("https://probe.invalid/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } = [new("key", "Key", "")];

    public VendorPace Pace { get; } = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300), TimeSpan.Zero);

    public async Task<MessageReading> ReadAccountMessagesAsync(VendorSession session, string? cursor, CancellationToken cancellationToken)
    {
        var account = session.Credentials["key"];
        using var inside = log.Enter(account, node);
        await log.HoldAsync(node);
        await Task.Delay(30, cancellationToken);
        return new MessageReading([]);
    }
}

/// <summary>What the probes of all nodes saw.</summary>
internal sealed class ProbeLog
{
    private readonly ConcurrentDictionary<string, string> _inside = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();

    public ConcurrentQueue<(string Account, string Node)> Polls { get; } = new();

    public ConcurrentQueue<string> Overlaps { get; } = new();

    /// <summary>Accounts whose poll was inside a node when that node was held.</summary>
    public IReadOnlyCollection<string> InsideOf(string node) => [.. _inside.Where(pair => pair.Value == node).Select(pair => pair.Key)];

    public void Hold(string node) => _held[node] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release(string node) => _held[node].TrySetResult();

    public Task HoldAsync(string node) => _held.TryGetValue(node, out var held) ? held.Task : Task.CompletedTask;

    public IDisposable Enter(string account, string node)
    {
        // A held node counts as dead: its place is free for another.
        if (_inside.TryGetValue(account, out var other) && !_held.ContainsKey(other))
        {
            Overlaps.Enqueue($"{account} on {node} while on {other}");
        }

        _inside[account] = node;
        Polls.Enqueue((account, node));
        return new Leave(() => _inside.TryRemove(new KeyValuePair<string, string>(account, node)));
    }

    private sealed class Leave(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
