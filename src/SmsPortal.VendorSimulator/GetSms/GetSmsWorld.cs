using SmsPortal.VendorSimulator.Texts;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>GetSMS.online: accounts, services, numbers. Requests move in <see cref="GetSmsRequests"/>.</summary>
public sealed class GetSmsWorld : IVendorWorld
{
    private static readonly string[] Carriers = ["TMobile", "ATT", "Verizon"];

    private readonly Simulator _simulator;

    internal GetSmsWorld(Simulator simulator)
    {
        _simulator = simulator;
        Requests = new GetSmsRequests(simulator, this);
        Bids = new GetSmsBids(simulator, this);
        for (var i = 0; i < PhoneNumbers.Areas.Count * 20; i++)
        {
            var (areaCode, state) = PhoneNumbers.Areas[i % PhoneNumbers.Areas.Count];
            var number = PhoneNumbers.TenDigits((i % PhoneNumbers.Areas.Count * 100) + 40 + (i / PhoneNumbers.Areas.Count));
            Numbers.Add(new GetSmsNumber { Mdn = "1" + number, AreaCode = areaCode, State = state, Carrier = Carriers[i % Carriers.Length] });
        }

        AddAccount(new NewAccount { Vendor = Vendor, Name = "default", Credential = "demo", Secret = "sim-getsms-key" });
    }

    public string Vendor => VendorNames.GetSms;

    public List<GetSmsAccount> Accounts { get; } = [];

    public List<GetSmsNumber> Numbers { get; } = [];

    public IReadOnlyList<GetSmsService> Services { get; } =
    [
        Service("Airbnb", 0.60m, 40), Service("Amazon", 0.50m, 31), Service("Apple", 0.80m, 22), Service("Coinbase", 1.50m, 9),
        Service("Discord", 0.40m, 55), Service("Facebook", 0.45m, 48), Service("Google", 1.00m, 74), Service("Microsoft", 0.35m, 66),
        Service("PayPal", 1.20m, 12), Service("Telegram", 0.90m, 18), Service("Tinder", 0.70m, 25), Service("Uber", 0.55m, 37),
        Service("WhatsApp", 1.10m, 14), Service("Yahoo", 0.30m, 80), Service("Craigslist", 2.00m, 0),
    ];

    public GetSmsRequests Requests { get; }

    public GetSmsBids Bids { get; }

    public string AddAccount(NewAccount account)
    {
        var added = new GetSmsAccount
        {
            Name = account.Name.Length > 0 ? account.Name : account.Credential,
            User = account.Credential, ApiKey = account.Secret, Balance = account.Balance,
        };
        Accounts.Add(added);
        return added.Name;
    }

    public GetSmsAccount Account(string? nameOrUser) => nameOrUser is null
        ? Accounts[0]
        : Accounts.FirstOrDefault(account => account.Name == nameOrUser || account.User == nameOrUser)
            ?? throw new SimulatorException($"GetSMS has no account '{nameOrUser}'.");

    /// <summary>Exact by name, as the vendor compares; null when there is none.</summary>
    public GetSmsService? Find(string name) => Services.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.OrdinalIgnoreCase));

    public IssuedText Deliver(Delivery delivery)
    {
        var account = delivery.Account is null
            ? Accounts.Find(known => known.Requests.Exists(open => open.Status == GetSmsRequest.Held && Means(open, delivery))) ?? Accounts[0]
            : Account(delivery.Account);
        var request = account.Requests.LastOrDefault(candidate => candidate.Status == GetSmsRequest.Held && Means(candidate, delivery))
            ?? OpenFor(account, delivery);
        return Requests.Complete(request, delivery.From, delivery.Text);
    }

    public Delivery RandomDelivery(string from, string text, string service)
    {
        var account = _simulator.Chance.Pick(Accounts);
        var open = account.Requests.LastOrDefault(request => request.Status == GetSmsRequest.Held);
        return new Delivery { Vendor = Vendor, Account = account.Name, Line = open?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), From = from, Text = text, Service = service };
    }

    public void AddHistory(DateTimeOffset at, string from, string text, string service)
    {
        var request = Requests.Open(Accounts[0], Find(service) ?? Services[0], _simulator.Chance.Pick(Numbers), at);
        request.Status = GetSmsRequest.Completed;
        Accounts[0].Messages.Add(new GetSmsMessage(request, at, from, text, PinFinder.Find(text)));
        _simulator.Issued.Add(Requests.Issued(request, from, text, at) with { History = true });
    }

    private static GetSmsService Service(string name, decimal price, int stock) =>
        new() { Name = name, Price = price, LongTermPrice = price * 20, Stock = stock, ShownStock = stock };

    private static bool Means(GetSmsRequest request, Delivery delivery) =>
        (delivery.Line is null || delivery.Line == request.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
        && (delivery.Number is null || Digits(delivery.Number) == Digits(request.Mdn))
        && (delivery.Service is null || delivery.Line is not null || delivery.Service == request.Service.Name)
        && (delivery.Line is not null || delivery.Number is not null);

    private static string Digits(string number) => number.TrimStart('+') is { Length: 11 } full && full[0] == '1' ? full[1..] : number.TrimStart('+');

    private GetSmsRequest OpenFor(GetSmsAccount account, Delivery delivery)
    {
        if (delivery.Strict || delivery.Line is not null)
        {
            throw new SimulatorException("No open GetSMS request on that number.");
        }

        var number = delivery.Number is null
            ? Numbers.First(free => !free.InUse)
            : Numbers.FirstOrDefault(known => Digits(known.Mdn) == Digits(delivery.Number)) ?? Add(delivery.Number);
        return Requests.Open(account, Find(delivery.Service ?? "Google") ?? Find("Google")!, number, _simulator.Clock.Now);
    }

    private GetSmsNumber Add(string mdn)
    {
        var number = new GetSmsNumber { Mdn = "1" + Digits(mdn), AreaCode = Digits(mdn)[..3], State = "", Carrier = Carriers[0] };
        Numbers.Add(number);
        return number;
    }
}
