namespace SmsPortal.VendorSimulator.Control;

internal sealed record GetSmsServiceRequest(string Service, decimal? Price, int? Stock);

internal sealed record FreeNumberRequest(string Service, int? CompetitorMarkup);

/// <summary>Accounts, balances, prices and stock.</summary>
internal static class ControlVendorStates
{
    public static void MapVendorStates(this RouteGroupBuilder control)
    {
        control.MapPost("/accounts", (NewAccount account, Simulator simulator) =>
            new { name = simulator.Act(() => simulator.World(account.Vendor).AddAccount(account)) });
        control.MapPost("/getsms/services", (GetSmsServiceRequest request, Simulator simulator) => simulator.Act(() =>
        {
            var service = simulator.GetSms.Find(request.Service) ?? throw new SimulatorException($"No service '{request.Service}'.");
            service.Price = request.Price ?? service.Price;
            service.Stock = request.Stock ?? service.Stock;
            return new { service.Name, service.Price, service.Stock };
        }));
        control.MapPost("/getsms/free-number", (FreeNumberRequest request, Simulator simulator) =>
            new { won = simulator.Act(() => simulator.GetSms.Bids.Free(request.Service, request.CompetitorMarkup ?? 0)) });
    }
}
