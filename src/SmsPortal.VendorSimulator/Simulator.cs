using SmsPortal.VendorSimulator.CoolSms;
using SmsPortal.VendorSimulator.GetSms;
using SmsPortal.VendorSimulator.JookSms;
using SmsPortal.VendorSimulator.SmsPins;
using SmsPortal.VendorSimulator.SmsPool;
using SmsPortal.VendorSimulator.Webhooks;

namespace SmsPortal.VendorSimulator;

/// <summary>Five vendors in one memory. Reach into a vendor's state inside <see cref="Act{T}"/>.</summary>
public sealed class Simulator
{
    private readonly Lock _gate = new();

    public Simulator(SimulatorOptions options)
    {
        Options = options;
        Tempo = Tempo.Named(options.Profile);
        Clock = new SimulatorClock(options.IsVirtual, options.ClockStart) { Moved = Tick };
        Agenda = new Agenda(Clock);
        Chance = new Chance(options.Seed);
        Settings.SmsPoolRequestsPerSecond = options.Profile == Tempo.Document ? 32 : 0;
        options.Adjust?.Invoke(Settings);
        foreach (var vendor in VendorNames.All)
        {
            Dialects[vendor] = options.Dialects.TryGetValue(vendor, out var dialect) ? dialect : options.Dialect;
        }

        GetSms = new GetSmsWorld(this);
        CoolSms = new CoolSmsWorld(this);
        SmsPins = new SmsPinsWorld(this);
        JookSms = new JookSmsWorld(this);
        SmsPool = new SmsPoolWorld(this);
        Worlds = [CoolSms, SmsPool, JookSms, GetSms, SmsPins];
        Arrivals = new Arrivals(this);
        Arrivals.SetRate(options.ArrivalsPerMinute);
    }

    public SimulatorOptions Options { get; }
    public Tempo Tempo { get; }
    public Settings Settings { get; } = new();
    public SimulatorClock Clock { get; }
    public Agenda Agenda { get; }
    public Chance Chance { get; }
    public Dialects Dialects { get; } = new();
    public Faults Faults { get; } = new();
    public Counters Counters { get; } = new();
    public HitLog Hits { get; } = new();
    public Issued Issued { get; } = new();
    public WebhookOutbox Webhooks { get; } = new();
    public Arrivals Arrivals { get; }

    public CoolSmsWorld CoolSms { get; }
    public SmsPoolWorld SmsPool { get; }
    public JookSmsWorld JookSms { get; }
    public GetSmsWorld GetSms { get; }
    public SmsPinsWorld SmsPins { get; }

    public IReadOnlyList<IVendorWorld> Worlds { get; }

    public IVendorWorld World(string vendor) =>
        Worlds.FirstOrDefault(world => world.Vendor == vendor) ?? throw new SimulatorException($"Unknown vendor '{vendor}'.");

    /// <summary>Runs alone: first what is due by now, then the action.</summary>
    public T Act<T>(Func<T> action)
    {
        lock (_gate)
        {
            Agenda.RunDue();
            return action();
        }
    }

    public void Act(Action action) => Act(() =>
    {
        action();
        return true;
    });

    public void Tick() => Act(() => true);

    public IssuedText Deliver(Delivery delivery) => Act(() => World(delivery.Vendor).Deliver(delivery));
}
