namespace SmsPortal.VendorSimulator;

/// <summary>The vendors' clock: real time plus an offset, or a time that stands until a test moves it.</summary>
public sealed class SimulatorClock(bool isVirtual, DateTimeOffset? start = null)
{
    private readonly Lock _gate = new();
    private TimeSpan _offset = start is { } first && !isVirtual ? first - TimeProvider.System.GetUtcNow() : TimeSpan.Zero;
    private DateTimeOffset _standing = start ?? TimeProvider.System.GetUtcNow();
    private bool _isVirtual = isVirtual;
    private DateTimeOffset? _replayed;

    internal Action Moved { get; set; } = () => { };

    public bool IsVirtual => _isVirtual;

    /// <summary>Now at the vendors; while due events run, the time at which each was due.</summary>
    public DateTimeOffset Now => _replayed ?? Actual;

    internal DateTimeOffset Actual
    {
        get
        {
            lock (_gate)
            {
                return _isVirtual ? _standing : TimeProvider.System.GetUtcNow() + _offset;
            }
        }
    }

    public void Advance(TimeSpan by) => Set(Actual + by);

    public void Set(DateTimeOffset time)
    {
        lock (_gate)
        {
            _standing = time;
            _offset = time - TimeProvider.System.GetUtcNow();
        }

        Moved();
    }

    public void UseVirtual(bool isVirtual)
    {
        var now = Actual;
        lock (_gate)
        {
            _isVirtual = isVirtual;
        }

        Set(now);
    }

    internal void Replay(DateTimeOffset? time) => _replayed = time;
}
