using SmsPortal.VendorSimulator.Texts;

namespace SmsPortal.VendorSimulator;

/// <summary>Random realistic texts over all vendors, and the past that a demo begins with.</summary>
public sealed class Arrivals(Simulator simulator)
{
    private double _perMinute;
    private int _generation;

    public double PerMinute => _perMinute;

    /// <summary>Texts per minute of the vendors' clock; 0 = off.</summary>
    public void SetRate(double perMinute) => simulator.Act(() =>
    {
        _perMinute = perMinute;
        _generation++;
        ScheduleNext(_generation);
    });

    public IssuedText One(string? vendor = null) => simulator.Act(() =>
    {
        var world = vendor is null ? simulator.Chance.Pick(simulator.Worlds) : simulator.World(vendor);
        var text = Corpus.Draw(simulator.Chance);
        return world.Deliver(world.RandomDelivery(text.From, text.Body, text.Service));
    });

    /// <summary>Spreads texts over the days before now, oldest first.</summary>
    public int SeedHistory(int days, int perDay) => simulator.Act(() =>
    {
        var now = simulator.Clock.Now;
        var times = Enumerable.Range(0, days * perDay)
            .Select(_ => now.AddSeconds(-60 - (simulator.Chance.In(new Seconds(0, 1)) * days * 86_400)))
            .Order()
            .ToList();
        foreach (var at in times)
        {
            var text = Corpus.Draw(simulator.Chance);
            simulator.Chance.Pick(simulator.Worlds).AddHistory(at, text.From, text.Body, text.Service);
        }

        return times.Count;
    });

    private void ScheduleNext(int generation)
    {
        if (_perMinute > 0)
        {
            simulator.Agenda.After(simulator.Chance.Exponential(60 / _perMinute), () => Arrive(generation));
        }
    }

    private void Arrive(int generation)
    {
        if (generation == _generation)
        {
            One();
            ScheduleNext(generation);
        }
    }
}
