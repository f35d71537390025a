using SmsPortal.VendorSimulator.Texts;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>The life of a request: Awaiting MDN, Reserved, Completed, Rejected, Timed Out.</summary>
public sealed class GetSmsRequests(Simulator simulator, GetSmsWorld world)
{
    private long _lastId = 10_000_000 + simulator.Options.FirstId;

    /// <summary>A request that the control API makes up: it holds a number from the start and costs nothing.</summary>
    internal GetSmsRequest Open(GetSmsAccount account, GetSmsService service, GetSmsNumber number, DateTimeOffset at)
    {
        var request = Create(account, service, at, 0, service.Price, number.State, null, _lastId + 1, isGift: true);
        request.Number = number;
        request.Mdn = number.Mdn;
        request.Status = GetSmsRequest.Held;
        return request;
    }

    internal GetSmsRequest Create(
        GetSmsAccount account, GetSmsService service, DateTimeOffset at, int markup, decimal price, string state, string? areaCode, long group,
        bool isGift = false)
    {
        var request = new GetSmsRequest
        {
            Id = ++_lastId, Account = account, Service = service, Group = group, CreatedAt = at, ExpiresAt = at,
            Markup = markup, Price = price, State = state, AreaCode = areaCode, IsGift = isGift,
        };
        account.Requests.Add(request);
        account.RequestsById[request.Id] = request;
        return request;
    }

    internal long NextGroup => _lastId + 1;

    internal void Reserve(GetSmsRequest request, GetSmsNumber number)
    {
        request.Number = number;
        request.Mdn = number.Mdn;
        request.Status = GetSmsRequest.Held;
        request.ExpiresAt = simulator.Clock.Now.AddSeconds(simulator.Settings.GetSmsRequestSeconds);
        request.Account.Reserved += request.Price;
        number.InUse = true;
        var reserved = request.ExpiresAt;
        simulator.Agenda.At(reserved, () => TimeOut(request, reserved));
        if (simulator.Tempo.MovesByItself && simulator.Chance.Happens(simulator.Tempo.TextProbability))
        {
            simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.ReservedText), () => ArriveByItself(request));
        }
    }

    /// <summary>The text came: the request is charged and over.</summary>
    internal IssuedText Complete(GetSmsRequest request, string from, string text)
    {
        var now = simulator.Clock.Now;
        var account = request.Account;
        var message = new GetSmsMessage(request, now, from, text, PinFinder.Find(text));
        account.Messages.Add(message);
        account.Used.Add($"{request.Service.Name} {request.Mdn}");
        if (!request.IsGift)
        {
            account.Balance -= request.Price;
            simulator.Counters.Effect(world.Vendor, "charges");
        }

        simulator.Counters.Effect(world.Vendor, "texts");
        End(request, GetSmsRequest.Completed);
        simulator.Webhooks.Send(
            world.Vendor, account.Name, account.Webhook, GetSmsShapes.IncomingMessage(message), now, simulator.Settings.WebhookCopies);
        return simulator.Issued.Add(Issued(request, from, text, now));
    }

    internal bool Reject(GetSmsRequest request)
    {
        if (!request.IsOpen)
        {
            return false;
        }

        if (request.Number is { } number)
        {
            request.Account.Rejected.Add($"{request.Service.Name} {number.Mdn}");
        }

        End(request, GetSmsRequest.Rejected);
        simulator.Counters.Effect(world.Vendor, "rejects");
        return true;
    }

    internal void ExpireBid(GetSmsRequest request)
    {
        if (request.Status != GetSmsRequest.Awaiting)
        {
            return;
        }

        if (simulator.Settings.GetSmsLostBid == "deleted")
        {
            request.IsDeleted = true;
        }

        request.Status = simulator.Settings.GetSmsLostBid == GetSmsRequest.Rejected ? GetSmsRequest.Rejected : GetSmsRequest.TimedOut;
    }

    internal IssuedText Issued(GetSmsRequest request, string from, string text, DateTimeOffset at) => new()
    {
        Vendor = world.Vendor, Account = request.Account.Name, Line = Text(request.Id), Number = request.Mdn, From = from, Text = text,
        Service = request.Service.Name, Id = Text(request.Id), At = at,
    };

    private static string Text(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void TimeOut(GetSmsRequest request, DateTimeOffset due)
    {
        if (request.Status == GetSmsRequest.Held && request.ExpiresAt == due)
        {
            End(request, GetSmsRequest.TimedOut);
        }
    }

    private void ArriveByItself(GetSmsRequest request)
    {
        if (request.Status == GetSmsRequest.Held)
        {
            var text = Corpus.DrawFor(request.Service.Name, simulator.Chance);
            Complete(request, text.From, text.Body);
        }
    }

    private void End(GetSmsRequest request, string status)
    {
        if (request is { Status: GetSmsRequest.Held, IsGift: false })
        {
            request.Account.Reserved -= request.Price;
        }

        request.Status = status;
        request.ExpiresAt = simulator.Clock.Now;
        if (status != GetSmsRequest.Completed && request.Number is not null)
        {
            request.Service.Stock++;
        }

        if (request.Number is { InUse: true } number && !request.Account.Requests.Any(other => other.IsOpen && other.Number == number))
        {
            number.InUse = false;
            if (simulator.Tempo.MovesByItself)
            {
                world.Bids.Offer(number);
            }
        }
    }
}
