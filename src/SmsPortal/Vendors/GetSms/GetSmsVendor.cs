using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.GetSms;

/// <summary>GetSMS.online: one-time numbers by request; texts by webhook or by the latest three.</summary>
public sealed class GetSmsVendor : IVendor, ICheckAccount, IReadBalance, IReadAccountMessages, IReceiveWebhooks
{
    internal const string UserField = "user";
    internal const string KeyField = "api_key";

    public string Key => "getsms";

    public string Name => "GetSMS";

    public string Mark => "GS";

    public Uri DefaultBaseAddress { get; } = new("https://getsms.online/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } =
    [
        new(UserField, "User name or e-mail", "The name you sign in with at getsms.online.", IsSecret: false),
        new(KeyField, "API key", "Account → Profile at getsms.online; making one asks for a confirmation by e-mail."),
    ];

    /// <summary>15 s per open request (domain.md, "Pace floors").</summary>
    public VendorPace Pace { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(1));

    public async Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken) =>
        new(await GetSmsClient.BalanceAsync(session, cancellationToken));

    public Task<decimal> ReadBalanceAsync(VendorSession session, CancellationToken cancellationToken) =>
        GetSmsClient.BalanceAsync(session, cancellationToken);

    /// <summary>Reads unfiltered, so that one call serves every open request; a full answer of new rows is marked as a possible gap.</summary>
    public async Task<MessageReading> ReadAccountMessagesAsync(VendorSession session, string? cursor, CancellationToken cancellationToken) =>
        GetSmsMapping.ToReading(await GetSmsClient.ReadSmsAsync(session, id: null, mdn: null, service: null, cancellationToken), cursor);

    public WebhookReading ReadWebhook(WebhookPost post) => GetSmsWebhook.Read(post);
}
