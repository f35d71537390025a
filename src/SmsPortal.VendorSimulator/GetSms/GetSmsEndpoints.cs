using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.GetSms;

/// <summary>One path, six commands; GET by the document, POST as well by the vendor's newer pages.</summary>
internal static class GetSmsEndpoints
{
    public static IReadOnlyList<VendorEndpoint> Rows { get; } =
    [
        Row("request", true, "getsms:5-134", GetSmsOrdering.Request),
        Row("request_status", false, "getsms:135-189", GetSmsReading.RequestStatus),
        Row("reject", true, "getsms:190-218", GetSmsOrdering.Reject),
        Row("read_sms", false, "getsms:219-271", GetSmsReading.ReadSms),
        Row("list_services", false, "getsms:274-312", GetSmsReading.ListServices),
        Row("balance", false, "getsms:313-330", (_, account, _) => GetSmsShapes.Ok(GetSmsShapes.Text(account.Available))),
        new(VendorNames.GetSms, "unknown_command", ["GET", "POST"], "api_command.php", HasEffect: false, "field-notes 3.4")
        {
            Handle = (_, _) => GetSmsShapes.Error("Invalid command"), IsNewer = true,
        },
    ];

    private static VendorEndpoint Row(string command, bool effect, string source, Func<Simulator, GetSmsAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.GetSms, command, ["GET", "POST"], "api_command.php", effect, source)
        {
            Command = command,
            Handle = (simulator, call) => Caller(simulator, call) is { } account ? handle(simulator, account, call) : GetSmsShapes.Error("Unauthorized"),
        };

    private static GetSmsAccount? Caller(Simulator simulator, VendorCall call)
    {
        var (user, key) = (call.Field("user"), call.Field("api_key"));
        return simulator.GetSms.Accounts.FirstOrDefault(account => (account.User == user || account.Email == user) && account.ApiKey == key);
    }
}
