using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors.SmsPins;

/// <summary>SMSPins: rented telephones whose number can change; texts come by request, follow, read.</summary>
public sealed class SmsPinsVendor : IVendor, ICheckAccount, IListLines, IReadLineMessages, IRequestChecks
{
    internal const string KeyField = "key";

    public string Key => "smspins";

    public string Name => "SMSPins";

    public string Mark => "PI";

    public Uri DefaultBaseAddress { get; } = new("https://smspins.com/apiv2/");

    public IReadOnlyList<CredentialField> CredentialFields { get; } = [new(KeyField, "API key", "The key in the addresses of your API page at smspins.com.")];

    /// <summary>10 s per request (domain.md, "Pace floors").</summary>
    public VendorPace Pace { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1));

    /// <summary>The list of telephones has no parameter but the key.</summary>
    public async Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken)
    {
        await SmsPinsClient.TelephonesAsync(session, cancellationToken);
        return new AccountFacts();
    }

    public Task<VendorLines> ListLinesAsync(VendorSession session, CancellationToken cancellationToken) =>
        SmsPinsClient.TelephonesAsync(session, cancellationToken);

    public bool ReadsByLine(LineKind kind) => kind == LineKind.Telephone;

    public async Task<MessageReading> ReadLineMessagesAsync(VendorSession session, VendorLine line, CancellationToken cancellationToken) =>
        SmsPinsMapping.ToReading(await SmsPinsClient.TextsAsync(session, line.Key, cancellationToken), line.Key);

    public Task<string> RequestCheckAsync(VendorSession session, string lineKey, CancellationToken cancellationToken) =>
        SmsPinsClient.RequestCheckAsync(session, lineKey, cancellationToken);

    public async Task<VendorCheck> ReadCheckAsync(VendorSession session, string lineKey, string requestId, CancellationToken cancellationToken) =>
        SmsPinsMapping.ToCheck(await SmsPinsClient.CheckStatusAsync(session, requestId, cancellationToken), lineKey);

    public Task CancelCheckAsync(VendorSession session, string requestId, CancellationToken cancellationToken) =>
        SmsPinsClient.CancelCheckAsync(session, requestId, cancellationToken);

    public Task SetAutoCheckAsync(VendorSession session, string lineKey, bool enabled, CancellationToken cancellationToken) =>
        SmsPinsClient.SetAutoCheckAsync(session, lineKey, enabled, cancellationToken);
}
