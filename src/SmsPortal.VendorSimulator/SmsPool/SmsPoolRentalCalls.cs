using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>Rentals: what is for sale, messages, status.</summary>
internal static class SmsPoolRentalCalls
{
    // Times of rental messages: "11 May 2022 18:39:54" in the document, "2024-01-06 17:37:53" later, Amsterdam in both.
    private const string DocumentTime = "d MMM yyyy HH:mm:ss";

    public static VendorAnswer Offers(Simulator simulator, VendorCall call)
    {
        if (call.Field("type") is not { } type)
        {
            return SmsPoolShapes.Fail("Fill in all params! [GET: type, key (optional)]", call, 400);
        }

        var offers = simulator.SmsPool.Catalog.Rentals.Where(offer => offer.Extendable == (type == "1")).ToList();
        if (call.Observed)
        {
            return type is "0" or "1"
                ? VendorAnswer.Utf8Json(new JsonObject { ["success"] = 1, ["data"] = SmsPoolShapes.List(offers.Select(Observed)) })
                : SmsPoolShapes.Fail("No available rentals found for your search.", call, 404);
        }

        return VendorAnswer.Utf8Json(new JsonObject(offers.Select(offer => KeyValuePair.Create(SmsPoolShapes.Text(offer.Id), (JsonNode?)new JsonObject
        {
            ["name"] = offer.Name, ["region"] = offer.Region, ["pricing"] = Pricing(offer).ToJsonString(),
        }))));
    }

    public static SmsPoolRental? Find(Simulator simulator, SmsPoolAccount account, VendorCall call) => account.Rentals.Find(rental =>
        rental.Code == call.Field("rental_code") && rental.ExpiresAt > simulator.Clock.Now);

    public static VendorAnswer NotFound(VendorCall call) =>
        SmsPoolShapes.Fail(call.Observed ? "This rental could not be found." : "No rental was found!", call, 404);

    public static VendorAnswer Messages(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (Find(simulator, account, call) is not { } rental)
        {
            return NotFound(call);
        }

        var rows = rental.Messages.OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Select(message => new JsonObject
        {
            ["ID"] = call.Observed ? message.Id : rental.Offer.Source,
            ["sender"] = call.Observed || message.From.Length > 0 ? message.From : null,
            ["message"] = message.Text,
            ["timestamp"] = call.Observed
                ? VendorTimes.Local(message.At, VendorTimes.Amsterdam)
                : VendorTimes.Format(TimeZoneInfo.ConvertTime(message.At, VendorTimes.Amsterdam), DocumentTime),
        }).ToList();

        // PHP: an object keyed "0", "1" that becomes a list when it is empty.
        JsonNode messages = call.Observed || rows.Count == 0
            ? SmsPoolShapes.List(rows)
            : new JsonObject(rows.Select((row, index) => KeyValuePair.Create(SmsPoolShapes.Text(index), (JsonNode?)row)));
        return VendorAnswer.Utf8Json(new JsonObject
        {
            ["success"] = 1, ["messages"] = messages, ["source"] = SmsPoolShapes.Id(rental.Offer.Source, call.Observed),
        });
    }

    public static VendorAnswer Status(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (Find(simulator, account, call) is not { } rental)
        {
            return NotFound(call);
        }

        simulator.SmsPool.Rentals.Wake(rental);
        var awake = simulator.SmsPool.Rentals.IsAwake(rental) && !rental.IsRefunded;
        var status = new JsonObject
        {
            ["expiry"] = rental.ExpiresAt.ToUnixTimeSeconds(),
            ["available"] = awake ? 1 : 0,
            ["phonenumber"] = rental.Number,
            ["activeFor"] = !awake ? 0 : rental.AlwaysOn ? 270 : (int)(rental.AwakeUntil - simulator.Clock.Now).TotalSeconds,
        };
        if (call.Observed)
        {
            status["auto_extend"] = rental.AutoExtend ? 1 : 0;
        }

        return VendorAnswer.Utf8Json(new JsonObject { ["success"] = 1, ["status"] = status });
    }

    private static JsonObject Observed(SmsPoolRentalOffer offer) => new()
    {
        ["ID"] = offer.Id, ["name"] = offer.Name, ["tag"] = offer.Extendable ? "Extendable" : "One-time", ["region"] = offer.Region,
        ["pool"] = offer.Source, ["pricing"] = Pricing(offer), ["priority"] = 0, ["is_refundable"] = 1, ["refund_min_days"] = 28,
        ["refund_within"] = 2, ["single_service"] = null, ["single_service_extend"] = null,
    };

    private static JsonObject Pricing(SmsPoolRentalOffer offer) =>
        new(offer.Pricing.Select(term => KeyValuePair.Create(SmsPoolShapes.Text(term.Key), (JsonNode?)JsonValue.Create(term.Value))));
}
