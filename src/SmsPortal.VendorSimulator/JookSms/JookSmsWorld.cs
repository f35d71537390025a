using System.Globalization;

namespace SmsPortal.VendorSimulator.JookSms;

/// <summary>JookSMS: one account with two numbers of its own, contacts, groups, messages both ways.</summary>
public sealed class JookSmsWorld : IVendorWorld
{
    private readonly Simulator _simulator;
    private int _lastMessage;
    private int _lastContact = 12_271;

    internal JookSmsWorld(Simulator simulator)
    {
        _simulator = simulator;
        _lastMessage = 99 + simulator.Options.FirstId;
        AddAccount(new NewAccount { Vendor = Vendor, Name = "default", Credential = "sim-jook-id", Secret = "sim-jook-secret" });
        AddContact(Accounts[0], "Nestor", "Panama", "+50768819519", null, null);
        AddContact(Accounts[0], "Laura", "Araya", "+50767832484", "ab0039", 6);
        AddContact(Accounts[0], "TestO", null, "+12025550190", null, 5);
        foreach (var contact in Accounts[0].Contacts)
        {
            contact.IsFresh = false;
        }
    }

    public string Vendor => VendorNames.JookSms;

    public List<JookSmsAccount> Accounts { get; } = [];

    public string AddAccount(NewAccount account)
    {
        var added = new JookSmsAccount
        {
            Name = account.Name.Length > 0 ? account.Name : account.Credential, ClientId = account.Credential, ClientSecret = account.Secret,
            OwnNumbers = ["50672004393", "+12025550111"],
        };
        Accounts.Add(added);
        return added.Name;
    }

    public JookSmsAccount Account(string? nameOrId) => nameOrId is null
        ? Accounts[0]
        : Accounts.Find(account => account.Name == nameOrId || account.ClientId == nameOrId)
            ?? throw new SimulatorException($"JookSMS has no account '{nameOrId}'.");

    public IssuedText Deliver(Delivery delivery)
    {
        var account = Account(delivery.Account);
        var own = delivery.Number ?? delivery.Line ?? account.OwnNumbers[0];
        var message = AddMessage(account, delivery.From, own, delivery.Text, "received", _simulator.Clock.Now);
        _simulator.Counters.Effect(Vendor, "texts");
        return _simulator.Issued.Add(Issued(account, message));
    }

    public Delivery RandomDelivery(string from, string text, string service) =>
        new() { Vendor = Vendor, Account = _simulator.Chance.Pick(Accounts).Name, From = from, Text = text, Service = service };

    public void AddHistory(DateTimeOffset at, string from, string text, string service)
    {
        var account = Accounts[0];
        if (_simulator.Chance.Happens(0.2))
        {
            AddMessage(account, _simulator.Chance.Pick(account.Contacts).MainPhone, account.OwnNumbers[0], "See you at the office.", "sent", at);
            return;
        }

        _simulator.Issued.Add(Issued(account, AddMessage(account, from, account.OwnNumbers[0], text, "received", at)) with { History = true });
    }

    /// <summary>Queued texts are sent after a while, scheduled ones when their time comes.</summary>
    internal JookSmsMessage Send(JookSmsAccount account, JookSmsDraft draft)
    {
        var now = _simulator.Clock.Now;
        var own = account.OwnNumbers.Find(number => Digits(number) == Digits(draft.From)) ?? account.OwnNumbers[0];
        var message = AddMessage(account, draft.To, own, draft.Body, "queued", now, draft.ExternalId, draft.Scheduled);
        _simulator.Counters.Effect(Vendor, "sends");
        if (!_simulator.Chance.Happens(_simulator.Settings.JookSmsStuckShare))
        {
            var start = draft.Scheduled > now ? draft.Scheduled.Value : now;
            _simulator.Agenda.At(start.AddSeconds(_simulator.Chance.In(_simulator.Tempo.Sending)), () =>
            {
                message.Status = "sent";
                message.Updated = _simulator.Clock.Now;
                _simulator.Counters.Effect(Vendor, "texts_sent");
            });
        }

        return message;
    }

    internal JookSmsContact AddContact(JookSmsAccount account, string first, string? last, string phone, string? reference, int? group)
    {
        var contact = new JookSmsContact
        {
            Id = ++_lastContact, FirstName = first, LastName = last, MainPhone = phone, Reference = reference, GroupId = group, IsFresh = true,
        };
        account.Contacts.Add(contact);
        return contact;
    }

    internal static string Digits(string? number) => (number ?? "").TrimStart('+').Trim();

    private JookSmsMessage AddMessage(
        JookSmsAccount account, string number, string own, string content, string status, DateTimeOffset at,
        long? externalId = null, DateTimeOffset? scheduled = null)
    {
        var message = new JookSmsMessage
        {
            Id = ++_lastMessage, IsIncoming = status == "received", Status = status, Number = number, OwnNumber = own,
            Content = content, Created = at, ExternalId = externalId, Scheduled = scheduled,
        };
        account.Messages.Add(message);
        return message;
    }

    private IssuedText Issued(JookSmsAccount account, JookSmsMessage message) => new()
    {
        Vendor = Vendor, Account = account.Name, Line = "inbox", Number = message.OwnNumber, From = message.Number, Text = message.Content,
        Id = message.Id.ToString(CultureInfo.InvariantCulture), At = message.Created,
    };
}
