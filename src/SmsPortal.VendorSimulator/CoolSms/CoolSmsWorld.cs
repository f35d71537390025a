using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.CoolSms;

/// <summary>Cool SMS: four lines, three lite lines in two groups, as the account begins.</summary>
public sealed class CoolSmsWorld : IVendorWorld
{
    private readonly Simulator _simulator;
    private int _numbers;

    internal CoolSmsWorld(Simulator simulator)
    {
        _simulator = simulator;
        Queue = new LiteQueue(simulator);
        AddAccount(new NewAccount { Vendor = Vendor, Name = "default", Credential = "sim-coolsms-token", Lines = 7 });
        var lines = Accounts[0].Lines;
        lines[0].Label = "Front desk";
        lines[1].Label = "Sign-ups";
        lines[4].Label = "Lite one";
    }

    public string Vendor => VendorNames.CoolSms;

    public List<CoolSmsAccount> Accounts { get; } = [];

    internal LiteQueue Queue { get; }

    /// <summary>Of every seven lines, four are Cool SMS and three lite: two in "Lite A", one in "Lite B".</summary>
    public string AddAccount(NewAccount account)
    {
        var added = new CoolSmsAccount
        {
            Name = account.Name.Length > 0 ? account.Name : account.Credential, Token = account.Credential, Scopes = account.Scopes,
        };
        foreach (var group in (string[])["Lines", "Lite A", "Lite B"])
        {
            added.Groups[group] = new CoolSmsGroup { Name = group };
        }

        for (var i = 0; i < account.Lines; i++)
        {
            var isLite = i % 7 >= 4;
            var line = new CoolSmsLine
            {
                Number = PhoneNumbers.TenDigits(_numbers < 20 ? _numbers++ : 2000 + _numbers++), Ordinal = i + 1, IsLite = isLite,
                Group = added.Groups[!isLite ? "Lines" : i % 7 == 6 ? "Lite B" : "Lite A"],
            };
            added.Lines.Add(line);
            added.ByNumber[line.Number] = line;
        }

        Accounts.Add(added);
        return added.Name;
    }

    public CoolSmsAccount Account(string? nameOrToken) => nameOrToken is null
        ? Accounts[0]
        : Accounts.Find(account => account.Name == nameOrToken || account.Token == nameOrToken)
            ?? throw new SimulatorException($"Cool SMS has no account '{nameOrToken}'.");

    public IssuedText Deliver(Delivery delivery)
    {
        var account = delivery.Account is null
            ? Accounts.Find(candidate => candidate.Find(delivery.Line ?? delivery.Number) is not null) ?? Accounts[0]
            : Account(delivery.Account);
        var line = delivery.Line is null && delivery.Number is null
            ? account.Lines[0]
            : account.Find(delivery.Line ?? delivery.Number) ?? throw new SimulatorException("Cool SMS has no such number.");
        var now = _simulator.Clock.Now;
        var state = Receive(line, new CoolSmsMessage(now, delivery.From, delivery.Text), now);
        _simulator.Counters.Effect(Vendor, state == "lost" ? "texts_lost" : "texts");
        return _simulator.Issued.Add(Issued(account, line, delivery.From, delivery.Text, now) with { State = state });
    }

    public Delivery RandomDelivery(string from, string text, string service)
    {
        var account = _simulator.Chance.Pick(Accounts);
        var awake = account.Lines.Where(line => line.IsAwake).ToList();
        return new Delivery { Vendor = Vendor, Account = account.Name, Number = _simulator.Chance.Pick(awake).Number, From = from, Text = text, Service = service };
    }

    public void AddHistory(DateTimeOffset at, string from, string text, string service)
    {
        var line = _simulator.Chance.Pick(Accounts[0].Lines);
        line.Messages.Add(new CoolSmsMessage(at, from, text));
        _simulator.Issued.Add(Issued(Accounts[0], line, from, text, at) with { History = true });
    }

    internal CoolSmsAccount? Caller(VendorCall call) =>
        call.Headers.TryGetValue("X-Auth-Token", out var token) ? Accounts.Find(account => account.Token == token) : null;

    private string Receive(CoolSmsLine line, CoolSmsMessage message, DateTimeOffset now)
    {
        var sleeps = !line.IsAwake;
        if (!sleeps && line.RebootsUntil <= now)
        {
            line.Messages.Add(message);
            return "arrived";
        }

        if ((sleeps ? _simulator.Settings.CoolSmsSleepingLine : _simulator.Settings.CoolSmsRebootingLine) == "lost")
        {
            return "lost";
        }

        line.Waiting.Add(message);
        return "late";
    }

    private IssuedText Issued(CoolSmsAccount account, CoolSmsLine line, string from, string text, DateTimeOffset at) => new()
    {
        Vendor = Vendor, Account = account.Name, Line = line.Number, Number = line.Number, From = from, Text = text, At = at,
    };
}
