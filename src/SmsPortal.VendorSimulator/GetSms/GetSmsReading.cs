using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>The commands without effect.</summary>
internal static class GetSmsReading
{
    private const int SecondsBetweenStatusCalls = 15;

    public static GetSmsRequest? Find(GetSmsAccount account, VendorCall call) =>
        long.TryParse(call.Field("id"), CultureInfo.InvariantCulture, out var id)
        && account.RequestsById.TryGetValue(id, out var request) && !request.IsDeleted
            ? request
            : null;

    public static VendorAnswer RequestStatus(Simulator simulator, GetSmsAccount account, VendorCall call)
    {
        if (Find(account, call) is not { } request)
        {
            return GetSmsShapes.Error("Invalid request ID");
        }

        var now = simulator.Clock.Now;
        if (request.LastStatusCall.AddSeconds(SecondsBetweenStatusCalls) > now)
        {
            simulator.Counters.Effect(VendorNames.GetSms, "status_calls_under_15s");
            if (simulator.Settings.GetSmsEnforcesStatusPace)
            {
                return GetSmsShapes.Error("Too many requests, please wait 15 seconds");
            }
        }

        request.LastStatusCall = now;
        var shape = GetSmsShapes.Request(request, now, call.Observed, withPrice: false);

        // The document shows a list of one, three clients of the same engine read an object.
        return GetSmsShapes.Ok(call.Observed ? shape : new JsonArray(shape));
    }

    public static VendorAnswer ReadSms(Simulator simulator, GetSmsAccount account, VendorCall call)
    {
        var since = simulator.Clock.Now.AddDays(-2);
        var messages = account.Messages.Where(message => message.At >= since);
        if (call.Field("id") is not null)
        {
            var request = Find(account, call);
            messages = messages.Where(message => message.Request == request && request.Status == GetSmsRequest.Completed);
        }
        else
        {
            var (mdn, service) = (call.Field("mdn"), call.Field("service"));
            messages = messages.Where(message =>
                (mdn is null || message.Request.Mdn == mdn || message.Request.Mdn == "1" + mdn)
                && (service is null || string.Equals(message.Request.Service.Name, service, StringComparison.OrdinalIgnoreCase)));
        }

        var latest = messages.Reverse().OrderByDescending(message => message.At).Take(3)
            .Select(message => (JsonNode?)GetSmsShapes.Message(message, call.Observed)).ToArray();
        return latest.Length == 0 ? GetSmsShapes.Error("No messages") : GetSmsShapes.Ok(new JsonArray(latest));
    }

    public static VendorAnswer ListServices(Simulator simulator, GetSmsAccount account, VendorCall call)
    {
        _ = account;
        var asked = (call.Field("service") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (asked.FirstOrDefault(name => simulator.GetSms.Find(name) is null) is { } unknown)
        {
            return GetSmsShapes.Error($"Invalid service name {unknown}");
        }

        var services = asked.Length == 0 ? simulator.GetSms.Services : asked.Select(name => simulator.GetSms.Find(name)!).ToList();
        var list = new JsonArray(services.Select(service => (JsonNode?)Service(service, asked.Length == 1, call.Observed)).ToArray());

        // Approximate by the document: what is shown follows the truth one reading late.
        foreach (var service in services)
        {
            service.ShownStock = service.Stock;
        }

        return GetSmsShapes.Ok(list);
    }

    private static JsonObject Service(GetSmsService service, bool single, bool observed)
    {
        var shape = new JsonObject { ["name"] = service.Name, ["price"] = GetSmsShapes.Text(service.Price) };
        if (!observed)
        {
            shape["ltr_price"] = GetSmsShapes.Text(service.LongTermPrice);
            shape["ltr_short_price"] = GetSmsShapes.Text(service.LongTermPrice / 4);
        }

        shape["otp_available"] = service.ShownStock.ToString(CultureInfo.InvariantCulture);
        if (!observed)
        {
            shape["ltr_available"] = "3";
        }

        if (single || !observed)
        {
            shape["recommended_markup"] = single ? service.RecommendedMarkup.ToString(CultureInfo.InvariantCulture) : "";
        }

        return shape;
    }
}
