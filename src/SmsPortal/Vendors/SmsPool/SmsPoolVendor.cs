using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>SMSPool: one-time orders and rentals (document: smspool.txt).</summary>
public sealed class SmsPoolVendor : IVendor, ICheckAccount, IReadBalance, IListLines, IReadAccountMessages, IReadLineMessages, IReceiveWebhooks
{
    public string Key => "smspool";

    public string Name => "SMSPool";

    public string Mark => "SP";

    /// <summary>One host for all calls: <c>www.api</c> of the document is not needed (field-notes 1.2 T2).</summary>
    public Uri DefaultBaseAddress { get; } = new("https://api.smspool.net/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } =
        [new(SmsPoolCalls.KeyField, "API key", "SMSPool: My account, Settings. 32 characters.")];

    /// <summary>One <c>request/active</c> stands for all orders; the vendor speaks of 32 requests a second (field-notes 2.2).</summary>
    public VendorPace Pace { get; } = new(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2), TimeSpan.FromMilliseconds(50));

    public async Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken) =>
        new(await ReadBalanceAsync(session, cancellationToken));

    public Task<decimal> ReadBalanceAsync(VendorSession session, CancellationToken cancellationToken) =>
        new SmsPoolOrdersClient(session).BalanceAsync(cancellationToken);

    /// <summary>Active orders, and rentals where <c>rental/history</c> exists; without it rentals are declared by an admin.</summary>
    public async Task<VendorLines> ListLinesAsync(VendorSession session, CancellationToken cancellationToken)
    {
        var orders = await new SmsPoolOrdersClient(session).ActiveAsync(cancellationToken);
        var lines = orders.Select(SmsPoolMapping.Line).ToList();
        var complete = new HashSet<LineKind> { LineKind.OneTime };
        if (await new SmsPoolRentalsClient(session).HistoryAsync(cancellationToken) is { } rentals)
        {
            lines.AddRange(SmsPoolMapping.Lines(rentals));
            complete.Add(LineKind.Rental);
        }

        return new VendorLines(lines, complete);
    }

    public Task<MessageReading> ReadAccountMessagesAsync(VendorSession session, string? cursor, CancellationToken cancellationToken) =>
        new SmsPoolOrderReader(session).ReadAsync(cursor, cancellationToken);

    public bool ReadsByLine(LineKind kind) => kind == LineKind.Rental;

    /// <summary>Status first, which also wakes the line; the texts only while it is available (smspool:162-163).</summary>
    public async Task<MessageReading> ReadLineMessagesAsync(VendorSession session, VendorLine line, CancellationToken cancellationToken)
    {
        var client = new SmsPoolRentalsClient(session);
        var status = await client.StatusAsync(line.Key, cancellationToken);
        var condition = SmsPoolMapping.Condition(status, session.Time.GetUtcNow());
        var texts = status.Available ? await client.MessagesAsync(line.Key, cancellationToken) : [];
        return new MessageReading(SmsPoolMapping.RentalMessages(line.Key, status.PhoneNumber ?? line.Number, texts)) { Line = condition };
    }

    public WebhookReading ReadWebhook(WebhookPost post) => SmsPoolWebhook.Read(post);
}
