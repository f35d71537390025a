using SmsPortal.VendorSimulator.Webhooks;

namespace SmsPortal.VendorSimulator.Control;

internal sealed record WebhookRequest(string Vendor, string? Account, string Url, string? Encoding);

internal sealed record RedeliverRequest(string? Vendor, long? Id);

/// <summary>What a customer types on the vendors' profile pages, and what was sent there.</summary>
internal static class ControlWebhooks
{
    public static void MapWebhooks(this RouteGroupBuilder control)
    {
        control.MapPost("/webhooks", (WebhookRequest request, Simulator simulator) => simulator.Act(() => Set(request, simulator)));
        control.MapGet("/webhooks/deliveries", (Simulator simulator) => simulator.Act(() => simulator.Webhooks.Deliveries.Select(delivery => new
        {
            delivery.Id, delivery.Vendor, delivery.Account, delivery.Target.Url, delivery.Target.Encoding, delivery.Payload,
            delivery.CreatedAt, delivery.State, attempts = delivery.Attempts.ToList(),
        }).ToList()));
        control.MapPost("/webhooks/redeliver", (RedeliverRequest request, Simulator simulator) =>
            new { deliveries = simulator.Webhooks.Redeliver(request.Vendor, request.Id) });
    }

    private static WebhookTarget? Set(WebhookRequest request, Simulator simulator)
    {
        var target = request.Url.Length == 0 ? null : new WebhookTarget(request.Url, request.Encoding ?? "form");
        if (target is not null && (!Uri.TryCreate(target.Url, UriKind.Absolute, out _) || target.Encoding is not ("form" or "json")))
        {
            throw new SimulatorException("A webhook needs an absolute URL and the encoding form or json.");
        }

        switch (request.Vendor)
        {
            case VendorNames.GetSms:
                simulator.GetSms.Account(request.Account).Webhook = target;
                break;
            case VendorNames.SmsPool:
                simulator.SmsPool.Account(request.Account).Webhook = target is null ? null : target with { Encoding = "json" };
                break;
            default:
                throw new SimulatorException($"'{request.Vendor}' sends no webhooks.");
        }

        return target;
    }
}
