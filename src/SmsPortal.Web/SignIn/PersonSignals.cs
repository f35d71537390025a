using System.Collections.Concurrent;
using Npgsql;
using SmsPortal.Live;

namespace SmsPortal.Web.SignIn;

/// <summary>
/// Has the circuits of a person check again when the feed says that she changed; all of them after a gap in the feed, and every 45 seconds as a net. One
/// subscription for the node: the circuits themselves do not wake for every text.
/// </summary>
internal sealed class PersonSignals(PortalFeed feed, TimeProvider time, ILogger<PersonSignals> log) : BackgroundService
{
    private const int NetTicks = 45;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly ParallelOptions AFew = new() { MaxDegreeOfParallelism = 8 };
    private readonly ConcurrentDictionary<Registration, Guid> _circuits = new();
    private readonly ConcurrentDictionary<Registration, Guid> _again = new();

    /// <summary>Calls <paramref name="check"/> whenever the person may have changed, until disposed.</summary>
    public IDisposable Register(Guid userId, Func<CancellationToken, Task> check)
    {
        var registration = new Registration(this, check);
        _circuits[registration] = userId;
        return registration;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), CheckAllNowAndThenAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        using var subscription = feed.Subscribe();
        await foreach (var batch in subscription.Reader.ReadAllAsync(stoppingToken))
        {
            var lagged = subscription.TakeLagged();
            if (lagged || batch.Changes.Any(change => change.Kind == FeedChangeKind.Person))
            {
                await CheckAsync(circuit => lagged || batch.Changes.Any(change => change.Kind == FeedChangeKind.Person && change.Concerns(circuit.Value.ToString())), stoppingToken);
            }
        }
    }

    private async Task CheckAllNowAndThenAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        for (var tick = 1; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            // What could not be checked is tried again each second, everybody at the net's pace.
            var again = _again.Keys.ToHashSet();
            _again.Clear();
            if (tick % NetTicks == 0)
            {
                await CheckAsync(_ => true, stoppingToken);
            }
            else if (again.Count > 0)
            {
                await CheckAsync(circuit => again.Contains(circuit.Key), stoppingToken);
            }
        }
    }

    private async Task CheckAsync(Func<KeyValuePair<Registration, Guid>, bool> concerns, CancellationToken stoppingToken) =>
        await Parallel.ForEachAsync(_circuits.Where(concerns), AFew, async (circuit, _) =>
        {
            try
            {
                await circuit.Key.Check(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("A person's right to be here could not be checked ({Reason}); it is tried again", failure.Message);
                _again[circuit.Key] = circuit.Value;
            }
        });

    private sealed class Registration(PersonSignals signals, Func<CancellationToken, Task> check) : IDisposable
    {
        public Func<CancellationToken, Task> Check { get; } = check;

        public void Dispose() => signals._circuits.TryRemove(this, out _);
    }
}
