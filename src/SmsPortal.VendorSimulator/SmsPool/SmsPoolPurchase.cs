using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>purchase/sms: validate, choose a pool, debit.</summary>
internal static class SmsPoolPurchase
{
    private const string Blocked =
        "You have made too many failed purchases, please improve your success rate and try again in 6 hours. You can circumvent this by opening a business account.";

    private const string NoNumber = "We couldn't find an available phone number for you, please try again later!";

    public static VendorAnswer Sms(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        var (country, service) = (catalog.Country(call.Field("country")), catalog.Service(call.Field("service")));
        if (country is null || service is null)
        {
            return SmsPoolShapes.Missing(call, country is null ? service is null ? ["country", "service"] : ["country"] : ["service"]);
        }

        if (account.BlockedUntil > simulator.Clock.Now)
        {
            return SmsPoolShapes.Fail(Blocked, call, 422);
        }

        var areaCode = AreaCode(call);
        var pools = catalog.Offering(country, service);
        var wanted = catalog.Pool(call.Field("pool")) ?? (areaCode is null ? null : catalog.Pool("Foxtrot"));
        if (pools.Count == 0)
        {
            var others = catalog.Countries.Where(other => catalog.Offering(other, service).Count > 0).Select(other => other.Name);
            return Failed(simulator, account, SmsPoolShapes.Fail(
                $"This country is currently not available for this service, please try the following countries: {string.Join(", ", others)}", call, 422));
        }

        var candidates = pools.Where(pool => wanted is null || pool == wanted).ToList();
        if (candidates.Count == 0)
        {
            return Failed(simulator, account, SmsPoolShapes.Fail("This service is not available for this country.", call, 422));
        }

        if (call.Money("max_price") is { } cap && candidates.RemoveAll(pool => catalog.Price(country, service, pool) > cap) > 0 && candidates.Count == 0)
        {
            return Failed(simulator, account, SmsPoolShapes.Fail(
                $"We could not find a suitable pool below the price of: {cap.ToString(CultureInfo.InvariantCulture)}", call, 422, "PRICE_NOT_FOUND"));
        }

        var chosen = Choose(candidates.Where(pool => catalog.Stock(country, service, pool) > 0), pool => catalog.Price(country, service, pool), call);
        if (chosen is null)
        {
            return Failed(simulator, account, OutOfStock(candidates[0], call));
        }

        var price = catalog.Price(country, service, chosen);
        var quantity = call.Observed ? Math.Clamp(call.Number("quantity") ?? 1, 1, 10) : 1;
        if (account.Balance < price * quantity)
        {
            return Failed(simulator, account, SmsPoolShapes.Fail(
                $"Insufficient balance, the price is: {SmsPoolShapes.Text(price)} while you only have: {SmsPoolShapes.Text(account.Balance)}", call, 422, "BALANCE_ERROR"));
        }

        catalog.SetStock(country, service, chosen, catalog.Stock(country, service, chosen) - quantity);
        var seconds = call.Observed ? simulator.Settings.SmsPoolObservedOrderSeconds : simulator.Settings.SmsPoolOrderSeconds;
        var orders = Enumerable.Range(0, quantity).Select(_ =>
        {
            var order = simulator.SmsPool.Orders.Create(
                account, country, service, chosen, price, simulator.Clock.Now, chosen.Id == SmsPoolCatalog.Foxtrot ? areaCode : null);
            simulator.SmsPool.Orders.Begin(order, seconds);
            return Success(order, seconds, chosen, call.Observed);
        }).ToList();
        return VendorAnswer.Utf8Json(quantity == 1 ? orders[0] : SmsPoolShapes.List(orders));
    }

    // 0 and 1 mean the opposite in the document and in the newer text (field notes 1.2 T1).
    private static SmsPoolPool? Choose(IEnumerable<SmsPoolPool> pools, Func<SmsPoolPool, decimal> price, VendorCall call)
    {
        var option = call.Number("pricing_option") ?? (call.Observed ? 0 : 1);
        return option == (call.Observed ? 0 : 1) ? pools.MinBy(price) : pools.MaxBy(pool => pool.SuccessRate);
    }

    // "area_code" in the document, "areacode" with a JSON list in the newer collection.
    private static string? AreaCode(VendorCall call)
    {
        var text = call.Field("area_code") ?? call.Field("areacode");
        if (text is null || !text.StartsWith('['))
        {
            return text;
        }

        try
        {
            return VendorCall.Text((JsonNode.Parse(text) as JsonArray)?.FirstOrDefault());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static VendorAnswer Failed(Simulator simulator, SmsPoolAccount account, VendorAnswer answer)
    {
        var now = simulator.Clock.Now;
        account.FailedPurchases.RemoveAll(at => at < now.AddHours(-1));
        account.FailedPurchases.Add(now);
        if (account.FailedPurchases.Count > simulator.Settings.SmsPoolFailedPurchases)
        {
            account.BlockedUntil = now.AddHours(6);
        }

        simulator.Counters.Effect(VendorNames.SmsPool, "failed_purchases");
        return answer;
    }

    private static VendorAnswer OutOfStock(SmsPoolPool pool, VendorCall call)
    {
        if (!call.Observed)
        {
            return SmsPoolShapes.Fail("Something went horribly wrong, try again please!", call, 422);
        }

        JsonObject Part(string message) => new()
        {
            ["success"] = 0, ["type"] = "OUT_OF_STOCK", ["message"] = message, ["errors"] = new JsonArray(new JsonObject { ["message"] = NoNumber }),
        };
        var shape = Part($"<p>Pool <b>{pool.Name}</b>: <p>{NoNumber}</p></p>");
        shape["pools"] = new JsonObject { [pool.Name] = Part($"<p><b>{pool.Name}</b> <p>{NoNumber}</p></p>") };
        return VendorAnswer.Utf8Json(shape, 422);
    }

    private static JsonObject Success(SmsPoolOrder order, int seconds, SmsPoolPool pool, bool observed)
    {
        if (!observed)
        {
            return new JsonObject
            {
                ["success"] = 1, ["number"] = order.Number, ["order_id"] = order.Code, ["country"] = order.Country.Name,
                ["service"] = order.Service.Name, ["pool"] = order.Pool, ["expires_in"] = seconds, ["message"] = "",
            };
        }

        return new JsonObject
        {
            ["success"] = 1, ["number"] = long.Parse(order.Number, CultureInfo.InvariantCulture), ["cc"] = order.Country.CallingCode,
            ["phonenumber"] = order.National, ["order_id"] = order.Code, ["country"] = order.Country.Name, ["service"] = order.Service.Name,
            ["pool"] = order.Pool, ["expires_in"] = seconds, ["expiration"] = order.ExpiresAt.ToUnixTimeSeconds(),
            ["message"] = $"You have succesfully ordered a {order.Service.Name} number from pool: {pool.Name} for {SmsPoolShapes.Text(order.Cost)}.",
            ["cost"] = SmsPoolShapes.Text(order.Cost), ["cost_in_cents"] = (int)(order.Cost * 100),
        };
    }
}
