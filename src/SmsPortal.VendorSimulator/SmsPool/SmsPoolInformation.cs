using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

internal static class SmsPoolInformation
{
    public static VendorAnswer Countries(Simulator simulator, VendorCall call) => VendorAnswer.Utf8Json(SmsPoolShapes.List(
        simulator.SmsPool.Catalog.Countries.Select(country =>
        {
            var shape = new JsonObject { ["ID"] = SmsPoolShapes.Id(country.Id, call.Observed), ["name"] = country.Name, ["region"] = country.Region };
            if (call.Observed)
            {
                shape["short_name"] = country.ShortName;
            }

            return shape;
        })));

    public static VendorAnswer Services(Simulator simulator, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        var country = catalog.Country(call.Field("country"));
        return VendorAnswer.Utf8Json(SmsPoolShapes.List(catalog.Services
            .Where(service => country is null || catalog.Offering(country, service).Count > 0)
            .Select(service =>
            {
                var shape = new JsonObject { ["ID"] = SmsPoolShapes.Id(service.Id, call.Observed), ["name"] = service.Name };
                if (call.Observed)
                {
                    shape["favourite"] = 0;
                }

                return shape;
            })));
    }

    public static VendorAnswer Balance(Simulator simulator, SmsPoolAccount account, VendorCall call) =>
        VendorAnswer.Utf8Json(new JsonObject { ["balance"] = SmsPoolShapes.Text(account.Balance) });

    public static VendorAnswer Price(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (call.Field("country") is null || call.Field("service") is null)
        {
            return SmsPoolShapes.Fail("Fill in all params!", call, 400);
        }

        var catalog = simulator.SmsPool.Catalog;
        var (country, service) = (catalog.Country(call.Field("country")), catalog.Service(call.Field("service")));
        IReadOnlyList<SmsPoolPool> pools = country is null || service is null ? [] : catalog.Offering(country, service);
        if (catalog.Pool(call.Field("pool")) is { } wanted)
        {
            pools = pools.Where(pool => pool == wanted).ToList();
        }

        if (pools.Count == 0)
        {
            var none = new JsonObject { ["success"] = 0, ["message"] = "No price was found for this query.", ["price"] = 0 };
            return VendorAnswer.Utf8Json(none, call.Observed ? 400 : 200);
        }

        var prices = pools.Select(pool => (Pool: pool, Price: catalog.Price(country!, service!, pool))).OrderBy(offer => offer.Price).ToList();
        var shape = new JsonObject { ["price"] = SmsPoolShapes.Text(prices[0].Price) };
        if (call.Observed)
        {
            shape["high_price"] = SmsPoolShapes.Text(prices[^1].Price);
            shape["pool"] = prices[0].Pool.Id;
            shape["success_rate"] = prices[0].Pool.SuccessRate;
        }

        return VendorAnswer.Utf8Json(shape);
    }

    public static VendorAnswer SuggestedCountries(Simulator simulator, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        if (catalog.Service(call.Field("service")) is not { } service)
        {
            return SmsPoolShapes.Missing(call, "service");
        }

        return VendorAnswer.Utf8Json(SmsPoolShapes.List(catalog.Countries
            .Where(country => catalog.Offering(country, service).Count > 0)
            .Select(country =>
            {
                var pool = catalog.Offering(country, service).MinBy(pool => catalog.Price(country, service, pool))!;
                return new JsonObject
                {
                    ["pool"] = pool.Id, ["country_id"] = country.Id, ["name"] = country.Name, ["short_name"] = country.ShortName,
                    ["price"] = SmsPoolShapes.Text(catalog.Price(country, service, pool)),
                };
            })));
    }
}
