namespace SmsPortal.VendorSimulator.Control;

internal sealed record ClockRequest(DateTimeOffset? Set, double? Advance, string? Mode);

/// <summary>The clock and the scripted day.</summary>
internal static class ControlTime
{
    public static void MapTime(this RouteGroupBuilder control)
    {
        control.MapGet("/clock", Read);
        control.MapPost("/clock", (ClockRequest request, Simulator simulator) =>
        {
            if (request.Mode is not null)
            {
                simulator.Clock.UseVirtual(request.Mode == "virtual");
            }

            if (request.Set is { } time)
            {
                simulator.Clock.Set(time);
            }

            if (request.Advance is { } seconds)
            {
                simulator.Clock.Advance(TimeSpan.FromSeconds(seconds));
            }

            return Read(simulator);
        });
        control.MapPost("/scripts/day", (ScriptedDayRequest request, Simulator simulator) =>
            new { steps = simulator.Act(() => ScriptedDay.Schedule(simulator, request)) });
    }

    private static object Read(Simulator simulator) => new { simulator.Clock.Now, simulator.Clock.IsVirtual, pending = simulator.Agenda.Count };
}
