using SmsPortal.VendorAccess;

namespace SmsPortal.Web.Demo;

/// <summary>The demo's accounts: the simulator's default ones, whose keys open nothing else.</summary>
internal static class DemoAccounts
{
    public static readonly IReadOnlyList<DemoAccount> All =
    [
        new("coolsms", "Cool SMS", "coolsms/coolapi/", [("token", "sim-coolsms-token")]),
        new("smspool", "SMSPool", "smspool/", [("key", "simsmspoolkey0000000000000000032")]),
        new("jooksms", "JookSMS support", "jooksms/api/v1/", [("client_id", "sim-jook-id"), ("client_secret", "sim-jook-secret")]) { OwnNumbers = ["+50672004393", "+12025550111"] },
        new("getsms", "GetSMS QA", "getsms/", [("user", "demo"), ("api_key", "sim-getsms-key")]),
        new("smspins", "SMSPins ops", "smspins/apiv2/", [("key", "sim-smspins-key")]),
    ];
}

internal sealed record DemoAccount(string VendorKey, string Name, string Path, IReadOnlyList<(string Name, string Value)> Credentials)
{
    public IReadOnlyList<string> OwnNumbers { get; init; } = [];

    public AccountForm ToForm(string baseAddress) => new()
    {
        VendorKey = VendorKey, Name = Name, BaseAddress = baseAddress, OwnNumbers = OwnNumbers, Credentials = Credentials.ToDictionary(field => field.Name, field => field.Value),
    };
}
