using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>Rentals: the calls that move money. The spelling of the failures is the vendor's (smspool:141-183).</summary>
internal static class SmsPoolRentalPurchase
{
    public static VendorAnswer Buy(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var catalog = simulator.SmsPool.Catalog;
        if (catalog.Rentals.FirstOrDefault(offer => offer.Id == call.Number("id")) is not { } offer)
        {
            return SmsPoolShapes.Fail("Something has gone wrong, please try later again.", call, 400);
        }

        if (call.Number("days") is not { } days || !offer.Pricing.TryGetValue(days, out var price))
        {
            return WrongDays(offer, call);
        }

        var service = call.Field("service_id");
        if (service is not null)
        {
            // One service only: half the price, for extendable US rentals.
            if (catalog.Service(service) is null || offer.Id != 0)
            {
                return SmsPoolShapes.Fail("The service you entered is not available!", call, 400);
            }

            price /= 2;
        }

        if (account.Balance < price)
        {
            return NoBalance(account, price, call);
        }

        var rental = simulator.SmsPool.Rentals.Buy(account, offer, days, price, service);
        var expiry = rental.ExpiresAt.ToUnixTimeSeconds();
        return VendorAnswer.Utf8Json(new JsonObject
        {
            ["success"] = 1,
            ["message"] = call.Observed
                ? "Your rental has been ordered, it will take upto 24 hours to activate your rental although usually your rental will be issued instantly."
                : "",
            ["phonenumber"] = rental.Number, ["days"] = days, ["rental_code"] = rental.Code,
            ["expiry"] = call.Observed ? JsonValue.Create(expiry) : JsonValue.Create(SmsPoolShapes.Text(expiry)),
        });
    }

    public static VendorAnswer Refund(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (SmsPoolRentalCalls.Find(simulator, account, call) is not { } rental)
        {
            return SmsPoolRentalCalls.NotFound(call);
        }

        if (rental.IsRefunded)
        {
            return SmsPoolShapes.Fail("This number could not be refunded as you already have refunded it.", call, 400);
        }

        if (rental.Messages.Count > 0 || rental.PurchasedAt.AddHours(12) < simulator.Clock.Now)
        {
            return SmsPoolShapes.Fail("TYou cannot refund a rental after 12 hours or after receiving one message.", call, 400);
        }

        simulator.SmsPool.Rentals.Refund(rental);
        return VendorAnswer.Utf8Json(SmsPoolShapes.Success("Your rental has been refunded!"));
    }

    public static VendorAnswer Extend(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (SmsPoolRentalCalls.Find(simulator, account, call) is not { IsRefunded: false } rental)
        {
            return call.Observed
                ? SmsPoolRentalCalls.NotFound(call)
                : SmsPoolShapes.Fail("Something went wrong on extending your rental, you have NOT been charged!", call, 400);
        }

        if (call.Number("days") is not { } days || !rental.Offer.Pricing.TryGetValue(days, out var price))
        {
            return WrongDays(rental.Offer, call);
        }

        if (!rental.Offer.Extendable)
        {
            return SmsPoolShapes.Fail("Something went wrong on extending your rental, you have NOT been charged!", call, 400);
        }

        if (account.Balance < price)
        {
            return NoBalance(account, price, call);
        }

        simulator.SmsPool.Rentals.Extend(rental, days, price);
        var shape = SmsPoolShapes.Success("Your rental has been succesfully extended!");
        if (call.Observed)
        {
            shape["expiration_date"] = rental.ExpiresAt.ToUnixTimeSeconds();
        }

        return VendorAnswer.Utf8Json(shape);
    }

    private static VendorAnswer WrongDays(SmsPoolRentalOffer offer, VendorCall call) => SmsPoolShapes.Fail(
        $"You selected a invalid amount of days! The following days are available: {string.Concat(offer.Pricing.Keys.Select(days => $"{days} "))}", call, 400);

    private static VendorAnswer NoBalance(SmsPoolAccount account, decimal price, VendorCall call) => SmsPoolShapes.Fail(
        $"You do not have enough balance, please top up your account with {SmsPoolShapes.Text(price - account.Balance)} dollars in order to purchase this rental.",
        call, 400);
}
