using SmsPortal.Model;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>
/// What this node knows of one account between calls: the open account, whose turn it is, since when it fails and until when it waits. Waiting is measured on the
/// monotonic clock, so that a jump of the wall clock neither frees nor freezes an account.
/// </summary>
internal sealed class GateLane(TimeProvider time)
{
    private readonly Lock _lock = new();
    private OpenAccount? _open;
    private long _openedAt;
    private long _nextTurn;
    private long _heldUntil;
    private long _begun;
    private long _begunAtFailure;
    private long _successWrittenAt;
    private VendorFailure? _failure;
    private int _failures;
    private int _version;
    private string? _memoryOf;
    private VendorMemory _memory = new();

    /// <summary>Changes with every failure, success after failure, and <see cref="Forget"/>.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>The open account, unless it is older than <paramref name="keptFor"/>.</summary>
    public OpenAccount? Known(TimeSpan keptFor)
    {
        lock (_lock)
        {
            return _open is not null && time.GetElapsedTime(_openedAt) < keptFor ? _open : null;
        }
    }

    /// <summary>What the vendor room remembers; it begins anew with another key.</summary>
    public VendorMemory MemoryFor(VendorAccount account)
    {
        lock (_lock)
        {
            var key = account.KeyCiphertext + account.BaseAddress;
            if (_memoryOf != key)
            {
                (_memoryOf, _memory) = (key, new VendorMemory());
            }

            return _memory;
        }
    }

    /// <summary>Takes what was read from the store, unless something happened here since <paramref name="version"/>: then it may be old already.</summary>
    public void Load(OpenAccount open, AccountHealth? health, int version)
    {
        lock (_lock)
        {
            if (version != _version)
            {
                return;
            }

            (_open, _openedAt) = (open, time.GetTimestamp());
            _failures = health?.ConsecutiveFailures ?? 0;
            var failure = Enum.TryParse<VendorFailureKind>(health?.FailureKind, out var kind) ? new VendorFailure(kind, health!.FailureMessage ?? "") : null;
            _failure = failure is not null && _failure?.Kind == failure.Kind ? _failure : failure;
            _heldUntil = health?.BlockedUntil is { } until ? After(Remaining(until, health.LastFailureAt)) : 0;
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            _open = null;
            _version++;
        }
    }

    /// <summary>Why no call is made now; null = go on.</summary>
    /// <param name="patient">False when a person waits: a back-off is passed over, <c>Retry-After</c> and rate limits never.</param>
    public VendorFailure? Held(bool patient)
    {
        lock (_lock)
        {
            var left = time.GetElapsedTime(time.GetTimestamp(), _heldUntil);
            return _heldUntil == 0 || left <= TimeSpan.Zero || _failure is null || (!patient && _failure.Kind != VendorFailureKind.RateLimited && _failure.RetryAfter is null)
                ? null
                : _failure with { RetryAfter = left };
        }
    }

    /// <summary>Waits for the account's turn; at most one request starts per <paramref name="between"/>.</summary>
    public async ValueTask TurnAsync(TimeSpan between, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            wait = time.GetElapsedTime(now, _nextTurn);
            _nextTurn = (wait > TimeSpan.Zero ? _nextTurn : now) + Ticks(between);
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        if (Held(patient: false) is { } held)
        {
            throw new LaneHeldException(held);
        }
    }

    /// <summary>A call begins; returns its number.</summary>
    public long Begin()
    {
        lock (_lock)
        {
            return ++_begun;
        }
    }

    /// <summary>Notes a failure; returns which one in a row it is and how long to wait.</summary>
    public (int Failures, TimeSpan Wait) Failed(VendorFailure failure, GateOptions options)
    {
        lock (_lock)
        {
            _version++;
            _failures++;
            _failure = failure;
            _begunAtFailure = _begun;
            var wait = VendorHealth.BackOff(failure, _failures, options);
            var until = After(wait);
            _heldUntil = wait > TimeSpan.Zero ? Math.Max(until, _heldUntil) : _heldUntil;
            return (_failures, wait);
        }
    }

    /// <summary>Notes a success; returns whether it is to be written. One that began before the last failure proves nothing.</summary>
    public bool Succeeded(long call, TimeSpan writtenEvery)
    {
        lock (_lock)
        {
            if (call <= _begunAtFailure)
            {
                return false;
            }

            var ended = _failure is not null || _failures > 0;
            if (ended)
            {
                _version++;
                (_failure, _failures, _heldUntil) = (null, 0, 0);
            }

            if (!ended && _successWrittenAt != 0 && time.GetElapsedTime(_successWrittenAt) < writtenEvery)
            {
                return false;
            }

            _successWrittenAt = time.GetTimestamp();
            return true;
        }
    }

    // A failure "in the future" means that the wall clock went back: the wait keeps its length, it does not grow.
    private TimeSpan Remaining(DateTimeOffset until, DateTimeOffset? failedAt)
    {
        var left = until - time.GetUtcNow();
        return failedAt is { } from && until - from < left ? until - from : left;
    }

    private long After(TimeSpan wait) => time.GetTimestamp() + Ticks(wait);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
