namespace SmsPortal.VendorSimulator;

/// <summary>What will happen at the vendors, in the order of its time. Only used inside <see cref="Simulator.Act{T}"/>.</summary>
public sealed class Agenda(SimulatorClock clock)
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, long Order)> _events = new();
    private long _order;

    public int Count => _events.Count;

    public void At(DateTimeOffset due, Action action) => _events.Enqueue(action, (due, _order++));

    public void After(double seconds, Action action) => At(clock.Now.AddSeconds(seconds), action);

    internal void RunDue()
    {
        while (_events.TryPeek(out var action, out var when) && when.Due <= clock.Actual)
        {
            _events.Dequeue();
            clock.Replay(when.Due);
            try
            {
                action();
            }
            finally
            {
                clock.Replay(null);
            }
        }
    }
}
