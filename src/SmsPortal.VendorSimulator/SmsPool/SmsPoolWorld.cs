using System.Globalization;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>SMSPool: one-time orders and rentals.</summary>
public sealed class SmsPoolWorld : IVendorWorld
{
    private readonly Simulator _simulator;
    private int _numbers;

    internal SmsPoolWorld(Simulator simulator)
    {
        _simulator = simulator;
        Orders = new SmsPoolOrders(simulator, this);
        Rentals = new SmsPoolRentals(simulator, this);
        AddAccount(new NewAccount { Vendor = Vendor, Name = "default", Credential = "simsmspoolkey0000000000000000032", Lines = 2 });
    }

    public string Vendor => VendorNames.SmsPool;

    public List<SmsPoolAccount> Accounts { get; } = [];

    public SmsPoolCatalog Catalog { get; } = new();

    public SmsPoolOrders Orders { get; }

    public SmsPoolRentals Rentals { get; }

    /// <summary>Lines are rentals of 30 days: the first never sleeps, the second does, and so on.</summary>
    public string AddAccount(NewAccount account)
    {
        var added = new SmsPoolAccount
        {
            Name = account.Name.Length > 0 ? account.Name : account.Credential, Key = account.Credential, Balance = account.Balance,
        };
        Accounts.Add(added);
        for (var i = 0; i < account.Lines; i++)
        {
            Rentals.Add(added, Catalog.Rentals[0], 30, 30, null, _simulator.Clock.Now.AddDays(-1), alwaysOn: i % 2 == 0);
        }

        return added.Name;
    }

    public SmsPoolAccount Account(string? nameOrKey) => nameOrKey is null
        ? Accounts[0]
        : Accounts.Find(account => account.Name == nameOrKey || account.Key == nameOrKey)
            ?? throw new SimulatorException($"SMSPool has no account '{nameOrKey}'.");

    public IssuedText Deliver(Delivery delivery)
    {
        var account = delivery.Account is null
            ? Accounts.Find(known => known.Rentals.Exists(rental => Means(delivery, rental.Code, rental.Number))
                || known.Orders.Exists(order => order.IsLive && Means(delivery, order.Code, order.Number))) ?? Accounts[0]
            : Account(delivery.Account);
        if (account.Rentals.Find(rental => Means(delivery, rental.Code, rental.Number) && rental is { IsRefunded: false }) is { } rental)
        {
            return Rentals.Receive(rental, delivery.From, delivery.Text);
        }

        var order = account.Orders.FindLast(order => order.IsLive && Means(delivery, order.Code, order.Number));
        return Orders.Complete(order ?? OpenFor(account, delivery), delivery.From, delivery.Text);
    }

    public Delivery RandomDelivery(string from, string text, string service)
    {
        var account = _simulator.Chance.Pick(Accounts);
        var open = account.Orders.Where(order => order.IsLive).Select(order => order.Code)
            .Concat(account.Rentals.Where(rental => Rentals.IsAwake(rental)).Select(rental => rental.Code)).ToList();
        return new Delivery
        {
            Vendor = Vendor, Account = account.Name, Line = open.Count == 0 ? null : _simulator.Chance.Pick(open),
            From = from, Text = text, Service = service,
        };
    }

    public void AddHistory(DateTimeOffset at, string from, string text, string service)
    {
        var account = Accounts[0];
        if (_simulator.Chance.Happens(0.5) && account.Rentals.Find(rental => rental.PurchasedAt < at) is { } rental)
        {
            Rentals.AddPast(rental, at, from, text);
            return;
        }

        var order = Orders.Create(account, Catalog.Countries[0], Named(service), Catalog.Pools[0], 0.25m, at.AddSeconds(-30));
        order.ExpiresAt = order.CreatedAt.AddSeconds(_simulator.Settings.SmsPoolOrderSeconds);
        (order.Status, order.CompletedAt, order.FullSms, order.Sms) = (SmsPoolStatus.Completed, at, text, Texts.PinFinder.Find(text));
        _simulator.Issued.Add(Orders.Issued(order, from, text, at) with { History = true });
    }

    internal string NextNational()
    {
        // Area codes from 900 on, so that no other vendor has the same number.
        var index = _numbers++;
        return string.Create(CultureInfo.InvariantCulture, $"{900 + (index / 100 % 100)}55501{index % 100:00}");
    }

    private static bool Means(Delivery delivery, string code, string number) =>
        delivery.Line is not null ? delivery.Line == code : delivery.Number is not null && delivery.Number.TrimStart('+') == number;

    private SmsPoolService Named(string? service) =>
        (service is null ? null : Catalog.Service(service) ?? Catalog.Services.FirstOrDefault(known => known.Name.Contains(service, StringComparison.OrdinalIgnoreCase)))
        ?? Catalog.Service("Google/Gmail")!;

    private SmsPoolOrder OpenFor(SmsPoolAccount account, Delivery delivery)
    {
        if (delivery.Strict || delivery.Line is not null)
        {
            throw new SimulatorException("No open SMSPool order or rental on that number.");
        }

        var number = delivery.Number?.TrimStart('+');
        var country = number is null ? Catalog.Countries[0]
            : Catalog.Countries.FirstOrDefault(country => number.StartsWith(country.CallingCode, StringComparison.Ordinal)) ?? Catalog.Countries[0];
        var national = number is null ? null : number.StartsWith(country.CallingCode, StringComparison.Ordinal) ? number[country.CallingCode.Length..] : number;
        var order = Orders.Create(
            account, country, Named(delivery.Service), Catalog.Pools[0], 0.25m, _simulator.Clock.Now, national: national, isGift: true);
        Orders.Begin(order, _simulator.Settings.SmsPoolOrderSeconds);
        return order;
    }
}
