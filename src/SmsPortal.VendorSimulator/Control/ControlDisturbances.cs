using System.Text.Json;

namespace SmsPortal.VendorSimulator.Control;

internal sealed record DialectRequest(string Vendor, string Dialect);

/// <summary>Faults, dialects, settings; counters, the hit log and the endpoint table.</summary>
internal static class ControlDisturbances
{
    public static void MapDisturbances(this RouteGroupBuilder control)
    {
        control.MapGet("/faults", (Simulator simulator) => simulator.Faults.Pending);
        control.MapPost("/faults", (Fault fault, Simulator simulator) =>
        {
            simulator.Faults.Add(fault);
            return simulator.Faults.Pending;
        });
        control.MapDelete("/faults", (Simulator simulator) => simulator.Faults.Clear());
        control.MapPost("/dialect", (DialectRequest request, Simulator simulator) => simulator.Act(() =>
        {
            foreach (var vendor in request.Vendor == "*" ? VendorNames.All : [request.Vendor])
            {
                simulator.Dialects[vendor] = request.Dialect;
            }

            return VendorNames.All.ToDictionary(vendor => vendor, vendor => simulator.Dialects[vendor]);
        }));
        control.MapGet("/settings", (Simulator simulator) => simulator.Settings);
        control.MapPost("/settings", (JsonElement values, Simulator simulator) => simulator.Act(() =>
        {
            var unknown = Settings.Apply(simulator.Settings, values);
            return unknown.Count > 0 ? throw new SimulatorException($"Unknown settings: {string.Join(", ", unknown)}.") : simulator.Settings;
        }));
        control.MapGet("/counters", (Simulator simulator) => simulator.Counters.Snapshot());
        control.MapPost("/counters/reset", (Simulator simulator) =>
        {
            simulator.Counters.Reset();
            simulator.Hits.Clear();
        });
        control.MapGet("/log", (Simulator simulator) => simulator.Hits.All);
        control.MapGet("/log/elsewhere", (Simulator simulator) => simulator.Hits.Elsewhere);
        control.MapGet("/endpoints", (Simulator simulator) => EndpointTable.All.Select(row => new
        {
            row.Vendor, row.Name, row.Methods, path = row.Pattern, row.Alias, row.Command, effect = row.HasEffect ? "effect" : "read", row.Source, row.IsNewer,
            hits = simulator.Counters.Hits(row.Vendor, row.Name),
            hitsDocument = simulator.Counters.Hits(row.Vendor, row.Name, Dialects.Document),
            hitsObserved = simulator.Counters.Hits(row.Vendor, row.Name, Dialects.Observed),
        }));
    }
}
