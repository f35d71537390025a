using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>The commands that cost money: request and reject.</summary>
internal static class GetSmsOrdering
{
    public static VendorAnswer Request(Simulator simulator, GetSmsAccount account, VendorCall call)
    {
        if (call.Field("service") is not { } asked)
        {
            return GetSmsShapes.Error("Missing parameter: service");
        }

        var names = asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.FirstOrDefault(name => simulator.GetSms.Find(name) is null) is { } unknown)
        {
            return GetSmsShapes.Error($"Invalid service name {unknown}");
        }

        var services = names.Select(name => simulator.GetSms.Find(name)!).ToList();
        if (services.Count > 5)
        {
            return GetSmsShapes.Error("Too many services");
        }

        if (call.Field("areacode") is { } area && (area.Length != 3 || !area.All(char.IsAsciiDigit)))
        {
            return GetSmsShapes.Error("Invalid area code");
        }

        return services.Count > 1 ? RequestSeveral(simulator, account, services, call) : RequestOne(simulator, account, services[0], call);
    }

    public static VendorAnswer Reject(Simulator simulator, GetSmsAccount account, VendorCall call) =>
        GetSmsReading.Find(account, call) is { } request && simulator.GetSms.Requests.Reject(request)
            ? GetSmsShapes.Ok("MDN has been rejected")
            : GetSmsShapes.Error("Invalid request ID");

    private static VendorAnswer RequestOne(Simulator simulator, GetSmsAccount account, GetSmsService service, VendorCall call)
    {
        if (account.Available < service.Price)
        {
            return GetSmsShapes.Error("Insufficient balance");
        }

        var mdn = call.Field("mdn");
        var number = service.Stock > 0 || mdn is not null ? PickNumber(simulator, account, service, call) : null;
        var markup = call.Number("markup");
        if (markup is < 10 or > 2000)
        {
            return GetSmsShapes.Error("Invalid markup");
        }

        if (number is null && (mdn is not null || markup is null))
        {
            return GetSmsShapes.Error(mdn is null ? "No numbers available, retry later" : "The MDN is not available");
        }

        var world = simulator.GetSms;
        var isFree = mdn is not null && simulator.Settings.GetSmsReuseIsFree && account.Used.Contains($"{service.Name} {number!.Mdn}");
        var bid = number is null ? markup!.Value : 0;
        var state = mdn is null && call.Field("areacode") is null ? call.Field("state") ?? "" : "";
        var request = world.Requests.Create(
            account, service, simulator.Clock.Now, bid, isFree ? 0 : service.Price + (bid * 0.01m), state,
            mdn is null ? call.Field("areacode") : null, world.Requests.NextGroup);
        simulator.Counters.Effect(VendorNames.GetSms, "requests");
        if (number is not null)
        {
            service.Stock--;
            world.Requests.Reserve(request, number);
        }
        else
        {
            world.Bids.Place([request]);
        }

        return Answer([request], simulator, call);
    }

    // getsms:82-134: several bids for one number, markups set by the vendor, answer sorted by name.
    private static VendorAnswer RequestSeveral(Simulator simulator, GetSmsAccount account, List<GetSmsService> services, VendorCall call)
    {
        if (account.Available < services.Sum(service => service.Price))
        {
            return GetSmsShapes.Error("Insufficient balance");
        }

        var world = simulator.GetSms;
        var group = world.Requests.NextGroup;
        var state = call.Field("areacode") is null ? call.Field("state") ?? "" : "";
        var requests = services.OrderBy(service => service.Name, StringComparer.Ordinal).Select((service, index) =>
        {
            var markup = service.RecommendedMarkup + (index * 20);
            return world.Requests.Create(
                account, service, simulator.Clock.Now, markup, service.Price + (markup * 0.01m), state, call.Field("areacode"), group);
        }).ToList();
        simulator.Counters.Effect(VendorNames.GetSms, "requests", requests.Count);
        world.Bids.Place(requests);
        return Answer(requests, simulator, call);
    }

    private static VendorAnswer Answer(List<GetSmsRequest> requests, Simulator simulator, VendorCall call) => GetSmsShapes.Ok(new JsonArray(
        requests.Select(request => (JsonNode?)GetSmsShapes.Request(request, simulator.Clock.Now, call.Observed, withPrice: true)).ToArray()));

    // Precedence mdn, area code, state (getsms:14-17).
    private static GetSmsNumber? PickNumber(Simulator simulator, GetSmsAccount account, GetSmsService service, VendorCall call)
    {
        var free = simulator.GetSms.Numbers.Where(number => !number.InUse && !account.Rejected.Contains($"{service.Name} {number.Mdn}"));
        if (call.Field("mdn") is { } mdn)
        {
            return free.FirstOrDefault(number => number.Mdn == mdn || number.Mdn == "1" + mdn);
        }

        var suitable = (call.Field("areacode"), call.Field("state")) switch
        {
            ({ } area, _) => free.Where(number => number.AreaCode == area),
            (null, { } state) => free.Where(number => string.Equals(number.State, state, StringComparison.OrdinalIgnoreCase)),
            _ => free,
        };
        var unused = suitable.Where(number => !account.Used.Contains($"{service.Name} {number.Mdn}")).ToList();
        return unused.Count == 0 ? null : simulator.Chance.Pick(unused);
    }
}
