using SmsPortal.VendorSimulator.Texts;

namespace SmsPortal.VendorSimulator.Control;

/// <summary>One thing that happens on a scripted day: a text, a fault, or both.</summary>
internal sealed record ScriptedStep(double AfterSeconds, Delivery? Deliver, Fault? Fault);

/// <param name="Steps">Own steps; empty = the built-in day.</param>
/// <param name="Seconds">How long the built-in day takes on the vendors' clock; 86,400 when empty.</param>
/// <param name="Texts">How many texts the built-in day has.</param>
internal sealed record ScriptedDayRequest(ScriptedStep[]? Steps, double? Seconds, int? Texts);

/// <summary>A day at the vendors: quiet at night, busy at nine and at eight in the evening, with three disturbances.</summary>
internal static class ScriptedDay
{
    private const double DaySeconds = 86_400;

    // Share of a day's texts in each hour.
    private static readonly double[] Hours =
        [1, 1, 0.5, 0.5, 0.5, 1, 2, 4, 7, 9, 8, 7, 6, 6, 6, 5, 5, 6, 7, 8, 9, 6, 3, 2];

    public static int Schedule(Simulator simulator, ScriptedDayRequest request)
    {
        var steps = request.Steps is { Length: > 0 } own ? own : BuiltIn(simulator, request.Seconds ?? DaySeconds, request.Texts ?? 120);
        foreach (var step in steps)
        {
            simulator.Agenda.After(step.AfterSeconds, () => Run(simulator, step));
        }

        return steps.Count;
    }

    private static void Run(Simulator simulator, ScriptedStep step)
    {
        if (step.Fault is not null)
        {
            simulator.Faults.Add(step.Fault);
        }

        if (step.Deliver is not null)
        {
            simulator.Deliver(step.Deliver);
        }
    }

    private static IReadOnlyList<ScriptedStep> BuiltIn(Simulator simulator, double length, int texts)
    {
        var scale = length / DaySeconds;
        var steps = new List<ScriptedStep>
        {
            new(scale * 3600 * 9, null, new Fault { Vendor = VendorNames.SmsPool, Kind = "502", Times = 3 }),
            new(scale * 3600 * 13, null, new Fault { Vendor = VendorNames.GetSms, Kind = FaultKinds.RateLimit, RetryAfterSeconds = 5 }),
            new(scale * 3600 * 20, null, new Fault { Vendor = VendorNames.CoolSms, Kind = FaultKinds.Truncated, Times = 2 }),
        };
        var sum = Hours.Sum();
        for (var hour = 0; hour < Hours.Length; hour++)
        {
            var count = (int)Math.Round(texts * Hours[hour] / sum);
            for (var i = 0; i < count; i++)
            {
                var text = Corpus.Draw(simulator.Chance);
                var at = scale * 3600 * (hour + simulator.Chance.In(new Seconds(0, 1)));
                steps.Add(new(at, simulator.Chance.Pick(simulator.Worlds).RandomDelivery(text.From, text.Body, text.Service) with { Line = null }, null));
            }
        }

        return steps;
    }
}
