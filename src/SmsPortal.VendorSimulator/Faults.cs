namespace SmsPortal.VendorSimulator;

/// <summary>The faults that tests have asked for; each is used up by the calls it hits.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (_gate)
            {
                return _faults.ToList();
            }
        }
    }

    public void Add(Fault fault)
    {
        fault.Validate();
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>The first fault that fits a call, one time of it used up.</summary>
    internal Fault? Take(string vendor, string endpoint)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => fault.Fits(vendor, endpoint));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index];
            if (fault.Times == 1)
            {
                _faults.RemoveAt(index);
            }
            else if (fault.Times > 1)
            {
                _faults[index] = fault with { Times = fault.Times - 1 };
            }

            return fault;
        }
    }
}
