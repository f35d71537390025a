using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SmsPortal.VendorSimulator.Webhooks;

/// <summary>Every webhook the vendors have sent or will send.</summary>
public sealed class WebhookOutbox
{
    private readonly Lock _gate = new();
    private readonly List<WebhookDelivery> _deliveries = [];
    private readonly Channel<WebhookDelivery> _due = Channel.CreateUnbounded<WebhookDelivery>();

    internal ChannelReader<WebhookDelivery> Due => _due.Reader;

    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return _deliveries.ToList();
            }
        }
    }

    internal void Send(string vendor, string account, WebhookTarget? target, JsonObject payload, DateTimeOffset at, int copies, Action<bool>? tried = null)
    {
        if (target is null)
        {
            return;
        }

        lock (_gate)
        {
            for (var copy = 0; copy < copies; copy++)
            {
                var delivery = new WebhookDelivery
                {
                    Id = _deliveries.Count + 1, Vendor = vendor, Account = account, Target = target,
                    Payload = payload, CreatedAt = at, Ended = tried ?? (_ => { }),
                };
                _deliveries.Add(delivery);
                _due.Writer.TryWrite(delivery);
            }
        }
    }

    /// <summary>Tries again now, whatever became of them: all deliveries, those of a vendor, or one.</summary>
    public int Redeliver(string? vendor = null, long? id = null)
    {
        var again = Deliveries.Where(delivery => (vendor is null || delivery.Vendor == vendor) && (id is null || delivery.Id == id)).ToList();
        foreach (var delivery in again)
        {
            Again(delivery);
        }

        return again.Count;
    }

    internal void Again(WebhookDelivery delivery) => _due.Writer.TryWrite(delivery);
}
