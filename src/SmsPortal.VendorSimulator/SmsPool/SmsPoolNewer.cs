using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>Calls that only newer public clients know; one switch makes all of them answer 404.</summary>
internal static class SmsPoolNewer
{
    public static VendorAnswer Pools(Simulator simulator, SmsPoolAccount account, VendorCall call) => VendorAnswer.Utf8Json(SmsPoolShapes.List(
        simulator.SmsPool.Catalog.Pools.Select(pool => new JsonObject { ["ID"] = pool.Id, ["name"] = pool.Name })));

    /// <summary>No public sample exists; a plain list of codes is the least surprising guess.</summary>
    public static VendorAnswer AreaCodes(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        if (catalog.Country(call.Field("country")) is not { } country || catalog.Service(call.Field("service")) is null)
        {
            return SmsPoolShapes.Missing(call, "country", "service");
        }

        var codes = country.Id == 1 ? PhoneNumbers.Areas.Select(area => area.AreaCode) : [];
        return VendorAnswer.Utf8Json(new JsonArray(codes.Select(code => (JsonNode?)JsonValue.Create(code)).ToArray()));
    }

    public static VendorAnswer SuccessRate(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        if (catalog.Service(call.Field("service")) is not { } service)
        {
            return SmsPoolShapes.Missing(call, "service");
        }

        return VendorAnswer.Utf8Json(SmsPoolShapes.List(catalog.Countries.Where(country => catalog.Offering(country, service).Count > 0).Select(country =>
        {
            var pools = catalog.Offering(country, service);
            return new JsonObject
            {
                ["country"] = country.Id, ["country_id"] = country.Id, ["name"] = country.Name, ["short_name"] = country.ShortName,
                ["price"] = SmsPoolShapes.Text(pools.Max(pool => catalog.Price(country, service, pool))),
                ["low_price"] = SmsPoolShapes.Text(pools.Min(pool => catalog.Price(country, service, pool))),
                ["success_rate"] = SmsPoolShapes.Text((long)pools.Max(pool => pool.SuccessRate)),
            };
        })));
    }

    public static VendorAnswer Pricing(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        var (country, service, pool, cap) = (call.Field("country"), call.Field("service"), call.Field("pool"), call.Money("max_price"));
        var rows =
            from known in catalog.Countries
            where country is null || known == catalog.Country(country)
            from sold in catalog.Services
            where service is null || sold == catalog.Service(service)
            from source in catalog.Offering(known, sold)
            where pool is null || source == catalog.Pool(pool)
            let price = catalog.Price(known, sold, source)
            where cap is null || price <= cap
            select new JsonObject
            {
                ["service"] = sold.Id, ["service_name"] = sold.Name, ["country"] = known.Id, ["country_name"] = known.Name,
                ["short_name"] = known.ShortName, ["pool"] = source.Id, ["price"] = SmsPoolShapes.Text(price),
            };
        return VendorAnswer.Utf8Json(SmsPoolShapes.List(rows));
    }

    public static VendorAnswer Stock(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        var (country, service) = (catalog.Country(call.Field("country")), catalog.Service(call.Field("service")));
        if (country is null || service is null)
        {
            return SmsPoolShapes.Missing(call, "country", "service");
        }

        var wanted = catalog.Pool(call.Field("pool"));
        var amount = catalog.Offering(country, service).Where(pool => wanted is null || pool == wanted).Sum(pool => catalog.Stock(country, service, pool));
        return VendorAnswer.Utf8Json(new JsonObject { ["success"] = 1, ["amount"] = amount });
    }

    public static VendorAnswer RentalHistory(Simulator simulator, SmsPoolAccount account, VendorCall call) => VendorAnswer.Utf8Json(SmsPoolShapes.List(
        account.RentalActs.AsEnumerable().Reverse().Select(act => new JsonObject
        {
            ["ID"] = act.Id, ["action"] = act.Action, ["cost"] = SmsPoolShapes.Text(act.Cost), ["rental"] = act.RentalCode,
            ["timestamp"] = VendorTimes.Local(act.At, VendorTimes.Amsterdam),
        })));

    /// <summary>A switch: each call turns it over and says how it stands now.</summary>
    public static VendorAnswer AutoExtend(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (SmsPoolRentalCalls.Find(simulator, account, call) is not { } rental)
        {
            return SmsPoolRentalCalls.NotFound(call);
        }

        rental.AutoExtend = !rental.AutoExtend;
        simulator.Counters.Effect(VendorNames.SmsPool, "auto_extend_switches");
        var shape = SmsPoolShapes.Success($"Auto extend has been {(rental.AutoExtend ? "enabled" : "disabled")} for this rental.");
        shape["auto_extend"] = rental.AutoExtend ? 1 : 0;
        return VendorAnswer.Utf8Json(shape);
    }
}
