namespace SmsPortal.VendorSimulator.SmsPins;

/// <summary>The life of a number change; the old number is gone for good when it succeeds (smspins:285).</summary>
internal sealed class SmsPinsNumberChanges(Simulator simulator, SmsPinsWorld world)
{
    private int _lastId = 11_110;
    private int _numbers = 1600;

    public NumberChange Request(SmsPinsTelephone telephone, string zip)
    {
        var now = simulator.Clock.Now;
        var change = new NumberChange
        {
            Id = ++_lastId, Telephone = telephone, LastNumber = telephone.Number, Zip = zip, SubmittedAt = now, UpdatedAt = now,
        };
        telephone.Account.NumberChanges.Add(change);
        simulator.Counters.Effect(world.Vendor, "number_change_requests");
        simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.CheckAcquired), () => Acquire(change));
        return change;
    }

    public bool Cancel(NumberChange change)
    {
        if (change.Status != "PENDING")
        {
            return false;
        }

        Move(change, "CANCELED");
        change.CanceledAt = change.UpdatedAt;
        world.Checks.StartNext(change.Telephone);
        return true;
    }

    private void Acquire(NumberChange change)
    {
        if (change.Status != "PENDING")
        {
            return;
        }

        Move(change, "ACQUIRED");
        change.AcquiredAt = change.UpdatedAt;
        change.AgentName = $"agent-0{simulator.Chance.Between(1, 4)}";
        simulator.Agenda.After(1, () => Start(change));
    }

    private void Start(NumberChange change)
    {
        Move(change, "STARTED");
        change.ProcessedAt = change.UpdatedAt;
        simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.NumberChange), () => Finish(change));
    }

    private void Finish(NumberChange change)
    {
        var fails = simulator.Settings.SmsPinsSmallZips.Contains(change.Zip) || simulator.Chance.Happens(simulator.Tempo.NumberChangeFails);
        Move(change, fails ? "FAILED" : "SUCCESS");
        change.CompletedAt = change.UpdatedAt;
        if (!fails)
        {
            change.NewNumber = PhoneNumbers.TenDigits(_numbers++);
            change.Telephone.Number = change.NewNumber;
            simulator.Counters.Effect(world.Vendor, "number_changes");
        }

        world.Checks.StartNext(change.Telephone);
    }

    private void Move(NumberChange change, string status)
    {
        change.Status = status;
        change.UpdatedAt = simulator.Clock.Now;
    }
}
