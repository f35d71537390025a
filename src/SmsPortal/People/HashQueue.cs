namespace SmsPortal.People;

/// <summary>
/// Password hashes take a tenth of a second of a core each. At most one for every two cores runs at a time, so that a flood of sign-ins leaves room for
/// texts; a few more wait, the rest is told to come back.
/// </summary>
public sealed class HashQueue : IDisposable
{
    /// <summary>How many may wait for their turn.</summary>
    public const int MaxWaiting = 20;

    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _waiting;

    /// <summary>Runs the work (a hash or a verification) when its turn comes.</summary>
    /// <exception cref="HashQueueFullException">Too many wait already.</exception>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (!_turns.Wait(0, CancellationToken.None))
        {
            await WaitAsync(cancellationToken);
        }

        try
        {
            return work();
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MaxWaiting)
            {
                throw new HashQueueFullException();
            }

            await _turns.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turns.Dispose();
}

/// <summary>More sign-ins at once than the portal hashes: the web answers 503 with Retry-After.</summary>
public sealed class HashQueueFullException() : Exception("Too many passwords wait to be checked.")
{
    /// <summary>When to come back.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
