namespace SmsPortal.VendorSimulator.CoolSms;

/// <summary>
/// Wake-ups of lite lines (cool-sms:99-114). Length counts the active line, so that 1 means "no queue, at once"; every
/// window seconds the next in the queue wakes and the former one sleeps.
/// </summary>
internal sealed class LiteQueue(Simulator simulator)
{
    /// <summary>The length that the vendor answers; with more than 1 also the seconds since the active wake-up.</summary>
    public (int Length, int? Time) Wake(CoolSmsAccount account, CoolSmsLine line)
    {
        var (group, now) = (line.Group, simulator.Clock.Now);
        if (group.Active == line)
        {
            return (1, null);
        }

        if (group.Queue.Count == 0 && (group.Active is null || group.ActiveSince.AddSeconds(account.Window) <= now))
        {
            Activate(group, line);
            return (1, null);
        }

        if (!group.Queue.Contains(line))
        {
            group.Queue.Add(line);
            if (group.Queue.Count == 1)
            {
                simulator.Agenda.At(group.ActiveSince.AddSeconds(account.Window), () => Next(account, group));
            }
        }

        return (group.Queue.IndexOf(line) + 2, (int)(now - group.ActiveSince).TotalSeconds);
    }

    public void Reboot(CoolSmsLine line)
    {
        var seconds = simulator.Chance.In(simulator.Tempo.Reboot);
        line.RebootsUntil = simulator.Clock.Now.AddSeconds(seconds);
        simulator.Agenda.After(seconds, () => Release(line));
    }

    public static void Leave(CoolSmsLine line)
    {
        line.Group.Queue.Remove(line);
        if (line.Group.Active == line)
        {
            line.Group.Active = null;
        }
    }

    private void Next(CoolSmsAccount account, CoolSmsGroup group)
    {
        // The line that this was planned for may have left the group.
        if (group.Queue.Count == 0)
        {
            return;
        }

        var line = group.Queue[0];
        group.Queue.RemoveAt(0);
        Activate(group, line);
        if (group.Queue.Count > 0)
        {
            simulator.Agenda.After(account.Window, () => Next(account, group));
        }
    }

    private void Activate(CoolSmsGroup group, CoolSmsLine line)
    {
        group.Active = line;
        group.ActiveSince = simulator.Clock.Now;
        simulator.Counters.Effect(VendorNames.CoolSms, "wakeups");
        Release(line);
    }

    private void Release(CoolSmsLine line)
    {
        if (line.IsAwake && line.RebootsUntil <= simulator.Clock.Now)
        {
            line.Messages.AddRange(line.Waiting);
            line.Waiting.Clear();
        }
    }
}
