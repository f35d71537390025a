using System.Globalization;

namespace SmsPortal.VendorSimulator.SmsPins;

/// <summary>SMSPins: telephones whose texts only a check brings to light.</summary>
public sealed class SmsPinsWorld : IVendorWorld
{
    private readonly Simulator _simulator;
    private int _lastTelephone = 23_353;
    private int _numbers;

    internal SmsPinsWorld(Simulator simulator)
    {
        _simulator = simulator;
        Checks = new SmsPinsChecks(simulator, this);
        NumberChanges = new SmsPinsNumberChanges(simulator, this);
        AddAccount(new NewAccount { Vendor = Vendor, Name = "default", Credential = "sim-smspins-key", Lines = 3 });
        simulator.Agenda.At(VendorTimes.NextMidnight(simulator.Clock.Now, VendorTimes.NewYork), Midnight);
    }

    public string Vendor => VendorNames.SmsPins;

    public List<SmsPinsAccount> Accounts { get; } = [];

    internal SmsPinsChecks Checks { get; }

    internal SmsPinsNumberChanges NumberChanges { get; }

    public string AddAccount(NewAccount account)
    {
        var added = new SmsPinsAccount { Name = account.Name.Length > 0 ? account.Name : account.Credential, Key = account.Credential };
        for (var i = 0; i < account.Lines; i++)
        {
            var id = ++_lastTelephone;
            added.Telephones.Add(new SmsPinsTelephone
            {
                Account = added, Id = id,
                Number = id == 23_354 ? "2123451356" : PhoneNumbers.TenDigits(_numbers < 300 ? 1200 + _numbers++ : 20_000 + _numbers++),
                AddedAt = _simulator.Clock.Now.AddDays(-10), ExpiresAt = _simulator.Clock.Now.AddDays(20 + i),
            });
        }

        Accounts.Add(added);
        return added.Name;
    }

    public SmsPinsAccount Account(string? nameOrKey) => nameOrKey is null
        ? Accounts[0]
        : Accounts.Find(account => account.Name == nameOrKey || account.Key == nameOrKey)
            ?? throw new SimulatorException($"SMSPins has no account '{nameOrKey}'.");

    /// <summary>A telephone of the account that has not expired; usable to the end of its last day.</summary>
    public SmsPinsTelephone? Telephone(SmsPinsAccount account, string id) => int.TryParse(id, CultureInfo.InvariantCulture, out var number)
        ? account.Telephones.Find(telephone => telephone.Id == number && IsUsable(telephone))
        : null;

    private bool IsUsable(SmsPinsTelephone telephone) =>
        VendorTimes.NextMidnight(telephone.ExpiresAt, VendorTimes.NewYork) > _simulator.Clock.Now;

    public IssuedText Deliver(Delivery delivery)
    {
        var telephones = delivery.Account is null ? Accounts.SelectMany(account => account.Telephones) : Account(delivery.Account).Telephones;
        var telephone = telephones.FirstOrDefault(candidate =>
                (delivery.Line is null || candidate.Id.ToString(CultureInfo.InvariantCulture) == delivery.Line)
                && (delivery.Number is null || delivery.Number.EndsWith(candidate.Number, StringComparison.Ordinal)))
            ?? throw new SimulatorException("SMSPins has no such telephone.");
        telephone.Waiting.Add(delivery.Text);
        _simulator.Counters.Effect(Vendor, "texts");
        return _simulator.Issued.Add(Issued(telephone, delivery.From, delivery.Text, _simulator.Clock.Now));
    }

    public Delivery RandomDelivery(string from, string text, string service)
    {
        var telephone = _simulator.Chance.Pick(_simulator.Chance.Pick(Accounts).Telephones);
        return new Delivery { Vendor = Vendor, Account = telephone.Account.Name, Line = telephone.Id.ToString(CultureInfo.InvariantCulture), From = from, Text = text, Service = service };
    }

    public void AddHistory(DateTimeOffset at, string from, string text, string service)
    {
        var telephone = _simulator.Chance.Pick(Accounts[0].Telephones);
        var check = Checks.Create(telephone, at.AddSeconds(-60));
        (check.Status, check.AgentName, check.Smses) = ("SUCCESS", "agent-01", text);
        (check.AcquiredAt, check.StartedAt, check.EndedAt, check.UpdatedAt) = (at.AddSeconds(-40), at.AddSeconds(-39), at, at);
        _simulator.Issued.Add(Issued(telephone, from, text, at) with { History = true });
    }

    private IssuedText Issued(SmsPinsTelephone telephone, string from, string text, DateTimeOffset at) => new()
    {
        Vendor = Vendor, Account = telephone.Account.Name, Line = telephone.Id.ToString(CultureInfo.InvariantCulture),
        Number = telephone.Number, From = from, Text = text, At = at,
    };

    // "All Auto-Check will be disabled by 12am everyday" (smspins:250): Eastern, whatever the offset is that night.
    private void Midnight()
    {
        foreach (var telephone in Accounts.SelectMany(account => account.Telephones))
        {
            telephone.AutoCheck = false;
        }

        _simulator.Agenda.At(VendorTimes.NextMidnight(_simulator.Clock.Now, VendorTimes.NewYork), Midnight);
    }
}
