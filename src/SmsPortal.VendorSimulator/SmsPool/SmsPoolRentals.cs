namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>Rentals: bought, woken, extended, refunded. Messages arrive only while the line is available (smspool:162).</summary>
public sealed class SmsPoolRentals(Simulator simulator, SmsPoolWorld world)
{
    private int _lastMessage;
    private int _lastAct = 3_167;

    internal SmsPoolRental Add(
        SmsPoolAccount account, SmsPoolRentalOffer offer, int days, decimal paid, string? serviceId, DateTimeOffset at, bool alwaysOn, double activation = 0)
    {
        var rental = new SmsPoolRental
        {
            Code = simulator.Chance.Code(7), Account = account, Offer = offer, Number = offer.CallingCode + world.NextNational(), Days = days,
            Paid = paid, ServiceId = serviceId, PurchasedAt = at, ExpiresAt = at.AddDays(days), AlwaysOn = alwaysOn, ActiveFrom = at.AddSeconds(activation),
        };
        account.Rentals.Add(rental);
        Record(rental, "activate", paid, at);
        PlanExpiry(rental);
        simulator.Agenda.At(rental.ActiveFrom, () =>
        {
            if (rental.AlwaysOn)
            {
                Release(rental);
            }
        });
        return rental;
    }

    internal SmsPoolRental Buy(SmsPoolAccount account, SmsPoolRentalOffer offer, int days, decimal price, string? serviceId)
    {
        account.Balance -= price;
        simulator.Counters.Effect(world.Vendor, "rentals");
        simulator.Counters.Effect(world.Vendor, "charges");
        return Add(account, offer, days, price, serviceId, simulator.Clock.Now, offer.Extendable, simulator.Chance.In(simulator.Tempo.RentalActivation));
    }

    internal void Extend(SmsPoolRental rental, int days, decimal price)
    {
        rental.Account.Balance -= price;
        rental.Days += days;
        rental.ExpiresAt = rental.ExpiresAt.AddDays(days);
        simulator.Counters.Effect(world.Vendor, "rental_extensions");
        simulator.Counters.Effect(world.Vendor, "charges");
        Record(rental, "extend", price, simulator.Clock.Now);
        PlanExpiry(rental);
    }

    internal void Refund(SmsPoolRental rental)
    {
        rental.IsRefunded = true;
        rental.Account.Balance += rental.Paid;
        simulator.Counters.Effect(world.Vendor, "rental_refunds");
        Record(rental, "refund", rental.Paid, simulator.Clock.Now);
    }

    /// <summary>True while texts can arrive.</summary>
    public bool IsAwake(SmsPoolRental rental)
    {
        var now = simulator.Clock.Now;
        return rental.ActiveFrom <= now && (rental.AlwaysOn || rental.AwakeUntil > now);
    }

    /// <summary>What retrieve_status does besides answering: it wakes a sleeping line.</summary>
    internal void Wake(SmsPoolRental rental)
    {
        if (IsAwake(rental) || rental.WakesAt is not null || rental.ActiveFrom > simulator.Clock.Now)
        {
            return;
        }

        rental.WakesAt = simulator.Clock.Now.AddSeconds(simulator.Chance.In(simulator.Tempo.RentalWake));
        simulator.Agenda.At(rental.WakesAt.Value, () =>
        {
            rental.WakesAt = null;
            rental.AwakeUntil = simulator.Clock.Now.AddSeconds(simulator.Chance.In(simulator.Tempo.RentalAwake));
            Release(rental);
        });
    }

    private static void Release(SmsPoolRental rental)
    {
        rental.Messages.AddRange(rental.Waiting);
        rental.Waiting.Clear();
    }

    internal IssuedText Receive(SmsPoolRental rental, string from, string text)
    {
        var now = simulator.Clock.Now;
        var message = new SmsPoolRentalMessage(++_lastMessage, now, from, text);
        var state = "arrived";
        if (IsAwake(rental))
        {
            rental.Messages.Add(message);
        }
        else if (simulator.Settings.SmsPoolSleepingRentalLosesTexts)
        {
            state = "lost";
        }
        else
        {
            state = "late";
            rental.Waiting.Add(message);
        }

        simulator.Counters.Effect(world.Vendor, state == "lost" ? "texts_lost" : "texts");
        return simulator.Issued.Add(Issued(rental, from, text, now) with { State = state });
    }

    internal void AddPast(SmsPoolRental rental, DateTimeOffset at, string from, string text)
    {
        rental.Messages.Add(new SmsPoolRentalMessage(++_lastMessage, at, from, text));
        simulator.Issued.Add(Issued(rental, from, text, at) with { History = true });
    }

    private IssuedText Issued(SmsPoolRental rental, string from, string text, DateTimeOffset at) => new()
    {
        Vendor = world.Vendor, Account = rental.Account.Name, Line = rental.Code, Number = rental.Number, From = from, Text = text, At = at,
    };

    private void Record(SmsPoolRental rental, string action, decimal cost, DateTimeOffset at) =>
        rental.Account.RentalActs.Add(new SmsPoolRentalAct(++_lastAct, action, rental.Code, cost, at));

    private void PlanExpiry(SmsPoolRental rental)
    {
        var due = rental.ExpiresAt;
        simulator.Agenda.At(due, () =>
        {
            var (days, price) = rental.Offer.Pricing.MinBy(term => term.Key);
            if (rental is { AutoExtend: true, IsRefunded: false } && rental.ExpiresAt == due && rental.Account.Balance >= price)
            {
                Extend(rental, days, price);
            }
        });
    }
}
