namespace SmsPortal.VendorSimulator.Control;

internal sealed record HistoryRequest(int Days, int PerDay);

internal sealed record ArrivalsRequest(double PerMinute);

internal sealed record OneRequest(string? Vendor);

/// <summary>Texts: deliver one, let them arrive, make up a past, list what was issued.</summary>
internal static class ControlTexts
{
    public static void MapTexts(this RouteGroupBuilder control)
    {
        control.MapPost("/deliver", (Delivery delivery, Simulator simulator) => Shape(simulator.Deliver(delivery)));
        control.MapPost("/deliver/many", (Delivery[] deliveries, Simulator simulator) =>
            simulator.Act(() => deliveries.Select(simulator.Deliver).Select(Shape).ToList()));
        control.MapPost("/arrive", (OneRequest request, Simulator simulator) => Shape(simulator.Arrivals.One(request.Vendor)));
        control.MapGet("/issued", (Simulator simulator, long? since) => simulator.Issued.Since(since ?? 0));
        control.MapPost("/seed-history", (HistoryRequest request, Simulator simulator) =>
            new { texts = simulator.Arrivals.SeedHistory(request.Days, request.PerDay) });
        control.MapPost("/arrivals", (ArrivalsRequest request, Simulator simulator) =>
        {
            simulator.Arrivals.SetRate(request.PerMinute);
            return new { simulator.Arrivals.PerMinute };
        });
    }

    private static object Shape(IssuedText text) => new
    {
        text.Id, text.Number, text.Text, text.At, text.Line, text.Account, text.Vendor, text.From, text.Service, text.State, text.Sequence,
    };
}
