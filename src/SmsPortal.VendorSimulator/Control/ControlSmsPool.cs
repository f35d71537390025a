namespace SmsPortal.VendorSimulator.Control;

internal sealed record SmsPoolOfferRequest(string Country, string Service, string? Pool, decimal? Price, int? Stock);

internal sealed record SmsPoolOrderRequest(string? Account, string? Country, string? Service, int? Count);

internal sealed record BalanceRequest(string Vendor, string? Account, decimal Balance);

/// <summary>SMSPool's shelves, orders without a purchase, and the balances of both vendors that have one.</summary>
internal static class ControlSmsPool
{
    public static void MapSmsPool(this RouteGroupBuilder control)
    {
        control.MapPost("/smspool/offers", (SmsPoolOfferRequest request, Simulator simulator) => simulator.Act(() => SetOffer(request, simulator)));
        control.MapPost("/smspool/orders", (SmsPoolOrderRequest request, Simulator simulator) => simulator.Act(() => Open(request, simulator)));
        control.MapPost("/balance", (BalanceRequest request, Simulator simulator) => simulator.Act(() => SetBalance(request, simulator)));
        control.MapGet("/balance", (string vendor, string? account, Simulator simulator) => simulator.Act(() => vendor switch
        {
            VendorNames.SmsPool => new { simulator.SmsPool.Account(account).Balance, Reserved = 0m },
            VendorNames.GetSms => new { simulator.GetSms.Account(account).Balance, simulator.GetSms.Account(account).Reserved },
            _ => throw new SimulatorException($"'{vendor}' has no balance."),
        }));
    }

    private static object SetOffer(SmsPoolOfferRequest request, Simulator simulator)
    {
        var catalog = simulator.SmsPool.Catalog;
        var country = catalog.Country(request.Country) ?? throw new SimulatorException($"No country '{request.Country}'.");
        var service = catalog.Service(request.Service) ?? throw new SimulatorException($"No service '{request.Service}'.");
        var pools = catalog.Offering(country, service).Where(pool => request.Pool is null || pool == catalog.Pool(request.Pool)).ToList();
        foreach (var pool in pools)
        {
            catalog.SetPrice(country, service, pool, request.Price ?? catalog.Price(country, service, pool));
            catalog.SetStock(country, service, pool, request.Stock ?? catalog.Stock(country, service, pool));
        }

        return pools.Select(pool => new { pool.Id, price = catalog.Price(country, service, pool), stock = catalog.Stock(country, service, pool) });
    }

    private static object Open(SmsPoolOrderRequest request, Simulator simulator)
    {
        var world = simulator.SmsPool;
        var country = world.Catalog.Country(request.Country ?? "US") ?? throw new SimulatorException($"No country '{request.Country}'.");
        var service = world.Catalog.Service(request.Service ?? "Google/Gmail") ?? throw new SimulatorException($"No service '{request.Service}'.");
        return Enumerable.Range(0, request.Count ?? 1).Select(_ =>
        {
            var order = world.Orders.Create(world.Account(request.Account), country, service, world.Catalog.Pools[0], 0.25m, simulator.Clock.Now, isGift: true);
            world.Orders.Begin(order, simulator.Settings.SmsPoolOrderSeconds);
            return new { id = order.Code, order.Number, order.ExpiresAt };
        }).ToList();
    }

    private static object SetBalance(BalanceRequest request, Simulator simulator)
    {
        switch (request.Vendor)
        {
            case VendorNames.SmsPool:
                simulator.SmsPool.Account(request.Account).Balance = request.Balance;
                break;
            case VendorNames.GetSms:
                simulator.GetSms.Account(request.Account).Balance = request.Balance;
                break;
            default:
                throw new SimulatorException($"'{request.Vendor}' has no balance.");
        }

        return request;
    }
}
