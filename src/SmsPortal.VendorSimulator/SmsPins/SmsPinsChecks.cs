namespace SmsPortal.VendorSimulator.SmsPins;

/// <summary>The life of an SMS check: PENDING, ACQUIRED, STARTED, SUCCESS or FAIL; one at a time per telephone.</summary>
internal sealed class SmsPinsChecks(Simulator simulator, SmsPinsWorld world)
{
    private int _lastId = 15_681 + simulator.Options.FirstId;

    public SmsCheck Create(SmsPinsTelephone telephone, DateTimeOffset at)
    {
        var check = new SmsCheck { Id = ++_lastId, Telephone = telephone, Number = telephone.Number, QueuedAt = at, UpdatedAt = at };
        telephone.Account.Checks[check.Id] = check;
        telephone.Checks.Add(check);
        return check;
    }

    public SmsCheck Request(SmsPinsTelephone telephone, bool byHand)
    {
        var check = Create(telephone, simulator.Clock.Now);
        simulator.Counters.Effect(world.Vendor, byHand ? "checks" : "auto_checks");
        if (byHand && telephone is { AutoCheck: true, RequestedSinceEnabled: false })
        {
            telephone.RequestedSinceEnabled = true;
            PlanAutoCheck(telephone, telephone.AutoCheckGeneration);
        }

        if (Active(telephone).Count() == 1)
        {
            PlanAcquire(check);
        }

        return check;
    }

    public bool Cancel(SmsCheck check)
    {
        if (check.Status != "PENDING")
        {
            return false;
        }

        Move(check, "CANCELED");
        check.CanceledAt = check.UpdatedAt;
        StartNext(check.Telephone);
        return true;
    }

    public void EnableAutoCheck(SmsPinsTelephone telephone, bool enable)
    {
        telephone.AutoCheck = enable;
        telephone.AutoCheckGeneration++;
        telephone.RequestedSinceEnabled = false;
    }

    /// <summary>Lets a check begin that had to wait for another one or for a number change.</summary>
    public void StartNext(SmsPinsTelephone telephone)
    {
        if (Active(telephone).FirstOrDefault() is { Status: "PENDING" } next)
        {
            PlanAcquire(next);
        }
    }

    private static IEnumerable<SmsCheck> Active(SmsPinsTelephone telephone) =>
        telephone.Checks.Where(check => check.IsActive);

    private static bool Changes(SmsPinsTelephone telephone) =>
        telephone.Account.NumberChanges.Exists(change => change.Telephone == telephone && change.IsActive);

    private void PlanAcquire(SmsCheck check) =>
        simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.CheckAcquired), () => Acquire(check));

    private void Acquire(SmsCheck check)
    {
        if (check.Status != "PENDING" || Changes(check.Telephone))
        {
            return;
        }

        Move(check, "ACQUIRED");
        check.AcquiredAt = check.UpdatedAt;
        check.AgentName = $"agent-0{simulator.Chance.Between(1, 4)}";
        simulator.Agenda.After(1, () => Start(check));
    }

    private void Start(SmsCheck check)
    {
        Move(check, "STARTED");
        check.StartedAt = check.UpdatedAt;
        check.Number = check.Telephone.Number;
        simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.CheckDone), () => Finish(check));
    }

    private void Finish(SmsCheck check)
    {
        var fails = simulator.Chance.Happens(simulator.Tempo.CheckFails);
        Move(check, fails ? "FAIL" : "SUCCESS");
        check.EndedAt = check.UpdatedAt;
        if (!fails && check.Telephone.Waiting.Count > 0)
        {
            check.Smses = string.Join('|', check.Telephone.Waiting);
            check.Telephone.Waiting.Clear();
        }

        simulator.Agenda.After(simulator.Settings.SmsPinsRemovedAfterDays * 86_400d, () => Move(check, "REMOVED"));
        StartNext(check.Telephone);
    }

    private void Move(SmsCheck check, string status)
    {
        check.Status = status;
        check.UpdatedAt = simulator.Clock.Now;
    }

    private void PlanAutoCheck(SmsPinsTelephone telephone, int generation) =>
        simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.AutoCheck), () => AutoCheck(telephone, generation));

    private void AutoCheck(SmsPinsTelephone telephone, int generation)
    {
        if (telephone.AutoCheck && telephone.AutoCheckGeneration == generation)
        {
            Request(telephone, byHand: false);
            PlanAutoCheck(telephone, generation);
        }
    }
}
