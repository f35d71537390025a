using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.JookSms;

/// <summary>JookSMS: a two-way inbox per account, texts by polling the list.</summary>
public sealed class JookSmsVendor : IVendor, ICheckAccount, IListLines, IReadAccountMessages
{
    internal const string IdField = "client_id";
    internal const string SecretField = "client_secret";

    public string Key => "jooksms";

    public string Name => "JookSMS";

    public string Mark => "JK";

    public Uri DefaultBaseAddress { get; } = new("https://sms.jooksms.com/api/v1/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } =
    [
        new(IdField, "Client ID", "The API page of your JookSMS account.", IsSecret: false),
        new(SecretField, "Client secret", "Beside the client ID."),
    ];

    /// <summary>10 s (domain.md, "Pace floors").</summary>
    public VendorPace Pace { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1));

    public async Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken)
    {
        await JookSmsClient.CheckTokenAsync(session, cancellationToken);
        return new AccountFacts();
    }

    /// <summary>One line, made at connect: the vendor lists no numbers and never says to which one a text came (domain.md).</summary>
    public Task<VendorLines> ListLinesAsync(VendorSession session, CancellationToken cancellationToken) =>
        Task.FromResult(new VendorLines([new VendorLine(JookSmsMapping.InboxKey, LineKind.TwoWay)], new HashSet<LineKind> { LineKind.TwoWay }));

    public Task<MessageReading> ReadAccountMessagesAsync(VendorSession session, string? cursor, CancellationToken cancellationToken) =>
        JookSmsInbox.ReadAsync(session, cursor, cancellationToken);
}
