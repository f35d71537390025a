namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>Priority requests: a number that frees up goes to the highest bid, of equal ones to the earliest (getsms:18).</summary>
public sealed class GetSmsBids(Simulator simulator, GetSmsWorld world)
{
    internal void Place(IReadOnlyList<GetSmsRequest> group)
    {
        foreach (var request in group)
        {
            request.ExpiresAt = simulator.Clock.Now.AddSeconds(simulator.Settings.GetSmsBidSeconds);
            simulator.Agenda.At(request.ExpiresAt, () => world.Requests.ExpireBid(request));
        }

        if (simulator.Tempo.MovesByItself)
        {
            simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.NumberFrees), () => FreeByItself(group));
        }
    }

    /// <summary>A number became free: true when one of our bids won it over the competitors' best.</summary>
    public bool Offer(GetSmsNumber number, int competitorMarkup = 0)
    {
        var winner = world.Accounts.SelectMany(account => account.Requests)
            .Where(request => request is { Status: GetSmsRequest.Awaiting, IsDeleted: false } && Suits(request, number))
            .GroupBy(request => request.Group)
            .OrderByDescending(group => group.Max(request => request.Markup))
            .ThenBy(group => group.Key)
            .FirstOrDefault();
        if (winner is null || number.InUse || winner.Max(request => request.Markup) < competitorMarkup)
        {
            return false;
        }

        foreach (var request in winner.OrderBy(request => request.Service.Name))
        {
            world.Requests.Reserve(request, number);
            simulator.Counters.Effect(world.Vendor, "bids_won");
            simulator.Webhooks.Send(
                world.Vendor, request.Account.Name, request.Account.Webhook, GetSmsShapes.PriorityRequest(request),
                simulator.Clock.Now, simulator.Settings.WebhookCopies);
        }

        return true;
    }

    /// <summary>Frees a number for a service, as another customer of the vendor would.</summary>
    public bool Free(string service, int competitorMarkup = 0)
    {
        var waiting = world.Accounts.SelectMany(account => account.Requests)
            .Where(request => request is { Status: GetSmsRequest.Awaiting, IsDeleted: false } && request.Service.Name == service)
            .ToList();
        var number = world.Numbers.FirstOrDefault(free => !free.InUse && waiting.Any(request => Suits(request, free)));
        return number is not null && Offer(number, competitorMarkup);
    }

    private static bool Suits(GetSmsRequest request, GetSmsNumber number) =>
        (request.AreaCode is null ? request.State.Length == 0 || request.State == number.State : request.AreaCode == number.AreaCode)
        && !request.Account.Rejected.Contains($"{request.Service.Name} {number.Mdn}");

    private void FreeByItself(IReadOnlyList<GetSmsRequest> group)
    {
        var first = group[0];
        if (first is { Status: GetSmsRequest.Awaiting, IsDeleted: false })
        {
            var competitor = first.Service.RecommendedMarkup + simulator.Chance.Between(-10, 20);
            Free(first.Service.Name, competitor);
            simulator.Agenda.After(simulator.Chance.In(simulator.Tempo.NumberFrees), () => FreeByItself(group));
        }
    }
}
