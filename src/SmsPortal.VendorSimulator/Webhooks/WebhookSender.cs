using System.Text;

namespace SmsPortal.VendorSimulator.Webhooks;

/// <summary>Posts the due deliveries; anything but 200 is tried again, five more times (getsms:331-335).</summary>
internal sealed class WebhookSender(Simulator simulator, IHttpClientFactory clients) : BackgroundService
{
    public const string Client = "webhooks";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Eight at a time, so that deliveries can overtake each other as they do at the vendors.
            await Parallel.ForEachAsync(
                simulator.Webhooks.Due.ReadAllAsync(stoppingToken),
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stoppingToken },
                TryAsync);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped or thrown away with the host.
        }
    }

    private async ValueTask TryAsync(WebhookDelivery delivery, CancellationToken cancellation)
    {
        var (status, error) = (0, (string?)null);
        try
        {
            using var content = Content(delivery);
            using var answer = await clients.CreateClient(Client).PostAsync(new Uri(delivery.Target.Url), content, cancellation);
            status = (int)answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            error = failure.Message;
        }

        simulator.Act(() => Record(delivery, status, error));
    }

    private void Record(WebhookDelivery delivery, int status, string? error)
    {
        delivery.Attempts.Add(new WebhookAttempt(simulator.Clock.Now, status, error));
        simulator.Counters.Effect(delivery.Vendor, "webhook_tries");
        delivery.Ended(status == 200);
        if (status == 200)
        {
            delivery.State = "delivered";
            return;
        }

        delivery.TriesLeft--;
        if (delivery.State == "pending" && delivery.TriesLeft > 0)
        {
            simulator.Agenda.After(simulator.Options.WebhookRetrySeconds, () => simulator.Webhooks.Again(delivery));
        }
        else if (delivery.State == "pending")
        {
            delivery.State = "given_up";
        }
    }

    private static HttpContent Content(WebhookDelivery delivery) => delivery.Target.Encoding == "json"
        ? new StringContent(delivery.Payload.ToJsonString(), Encoding.UTF8, "application/json")
        : new FormUrlEncodedContent(delivery.Payload.Select(field => KeyValuePair.Create(field.Key, Http.VendorCall.Text(field.Value) ?? "")));
}
