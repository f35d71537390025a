using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Texts;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>The life of an order: 1 pending, then 3 with a text, 2 expired or 5 cancelled, and 6 when the money is back.</summary>
public sealed class SmsPoolOrders(Simulator simulator, SmsPoolWorld world)
{
    internal SmsPoolOrder Create(
        SmsPoolAccount account, SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool, decimal cost, DateTimeOffset at,
        string? areaCode = null, string? national = null, bool isGift = false)
    {
        national ??= world.NextNational();
        var order = new SmsPoolOrder
        {
            Code = simulator.Chance.Code(8), Account = account, Country = country, Service = service, Pool = pool.Id,
            National = areaCode is null ? national : areaCode + national[3..], Cost = cost, CreatedAt = at, IsGift = isGift,
        };
        account.Orders.Add(order);
        return order;
    }

    /// <summary>Debits the account and starts the clock of the order.</summary>
    internal void Begin(SmsPoolOrder order, int seconds)
    {
        order.CancelLockedUntil = simulator.Clock.Now.AddSeconds(simulator.Chance.In(simulator.Tempo.CancelLock));
        if (!order.IsGift)
        {
            order.Account.Balance -= order.Cost;
            simulator.Counters.Effect(world.Vendor, "orders");
            simulator.Counters.Effect(world.Vendor, "charges");
        }

        Await(order, seconds);
    }

    internal IssuedText Complete(SmsPoolOrder order, string from, string text)
    {
        var now = simulator.Clock.Now;
        (order.Status, order.CompletedAt, order.FullSms, order.Sms) = (SmsPoolStatus.Completed, now, text, PinFinder.Find(text));
        simulator.Counters.Effect(world.Vendor, "texts");
        Notify(order);
        return simulator.Issued.Add(Issued(order, from, text, now));
    }

    /// <summary>False when it is too early, too late, or was cancelled before.</summary>
    internal bool Cancel(SmsPoolOrder order)
    {
        if (order.Status != SmsPoolStatus.Pending || order.CancelLockedUntil > simulator.Clock.Now)
        {
            return false;
        }

        order.Status = SmsPoolStatus.Cancelled;
        simulator.Counters.Effect(world.Vendor, "cancellations");
        Refund(order, SmsPoolStatus.Cancelled);
        return true;
    }

    internal bool Resend(SmsPoolOrder order, decimal charge, int seconds)
    {
        if (!order.HadSms || order.Status != SmsPoolStatus.Completed)
        {
            return false;
        }

        order.Status = SmsPoolStatus.Resend;
        order.Resends++;
        order.Account.Balance -= charge;
        simulator.Counters.Effect(world.Vendor, "resends");
        if (charge > 0)
        {
            simulator.Counters.Effect(world.Vendor, "charges");
        }

        Await(order, seconds);
        return true;
    }

    internal IssuedText Issued(SmsPoolOrder order, string from, string text, DateTimeOffset at) => new()
    {
        Vendor = world.Vendor, Account = order.Account.Name, Line = order.Code, Number = order.Number, From = from, Text = text,
        Service = order.Service.Name, Id = order.Code, At = at,
    };

    private void Await(SmsPoolOrder order, int seconds)
    {
        var until = simulator.Clock.Now.AddSeconds(seconds);
        order.ExpiresAt = until;
        simulator.Agenda.At(until, () => Expire(order, until));
        if (simulator.Tempo.MovesByItself && simulator.Chance.Happens(simulator.Tempo.TextProbability))
        {
            simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.OrderText), () => ArriveByItself(order, until));
        }
    }

    private void Expire(SmsPoolOrder order, DateTimeOffset due)
    {
        if (!order.IsLive || order.ExpiresAt != due)
        {
            return;
        }

        // A resend that brought nothing ends without a refund: a text had been received.
        order.Status = order.HadSms ? SmsPoolStatus.Completed : SmsPoolStatus.Expired;
        if (order.Status == SmsPoolStatus.Expired)
        {
            Refund(order, SmsPoolStatus.Expired);
        }
    }

    private void Refund(SmsPoolOrder order, SmsPoolStatus from)
    {
        if (!order.IsGift)
        {
            order.Account.Balance += order.Cost;
            simulator.Counters.Effect(world.Vendor, "refunds");
        }

        simulator.Agenda.After(simulator.Settings.SmsPoolRefundSeconds, () =>
        {
            if (order.Status == from)
            {
                order.Status = SmsPoolStatus.Refunded;
            }
        });
    }

    private void ArriveByItself(SmsPoolOrder order, DateTimeOffset attempt)
    {
        if (order.IsLive && order.ExpiresAt == attempt)
        {
            var text = Corpus.DrawFor(order.Service.Name.Split('/')[0].Trim(), simulator.Chance);
            Complete(order, text.From, text.Body);
        }
    }

    // Set on the settings page; JSON without sender or signature; off after fifty failures in a row (field notes 2.2).
    private void Notify(SmsPoolOrder order)
    {
        var account = order.Account;
        var payload = new JsonObject
        {
            ["orderid"] = order.Code, ["sms"] = order.Sms, ["full_sms"] = order.FullSms,
            ["timestamp"] = VendorTimes.Local(simulator.Clock.Now, VendorTimes.Amsterdam),
        };
        simulator.Webhooks.Send(world.Vendor, account.Name, account.Webhook, payload, simulator.Clock.Now, simulator.Settings.WebhookCopies, succeeded =>
        {
            account.WebhookFailuresInARow = succeeded ? 0 : account.WebhookFailuresInARow + 1;
            if (account.WebhookFailuresInARow >= simulator.Settings.SmsPoolWebhookFailuresAllowed)
            {
                account.Webhook = null;
            }
        });
    }
}
