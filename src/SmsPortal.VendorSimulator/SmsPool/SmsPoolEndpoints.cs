using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>"GET or POST, unless said otherwise" (smspool:7). The two www.api addresses are the same base here.</summary>
internal static class SmsPoolEndpoints
{
    private static readonly string[] Both = ["GET", "POST"];

    public static IReadOnlyList<VendorEndpoint> Rows { get; } =
    [
        Open("country/retrieve_all", "smspool:12-17", SmsPoolInformation.Countries),
        Open("service/retrieve_all", "smspool:18-23", SmsPoolInformation.Services),
        Keyed("request/balance", false, "smspool:24-29", SmsPoolInformation.Balance),
        Keyed("request/history", false, "smspool:30-35", SmsPoolOrderCalls.History),
        Keyed("request/active", false, "smspool:36-41", SmsPoolOrderCalls.Active),
        Keyed("request/price", false, "smspool:42-61", SmsPoolInformation.Price),
        Open("request/suggested_countries", "smspool:62-67", SmsPoolInformation.SuggestedCountries),
        Keyed("purchase/sms", true, "smspool:69-86", SmsPoolPurchase.Sms),
        Keyed("sms/check", false, "smspool:87-99", SmsPoolOrderCalls.Check),
        Keyed("sms/resend", true, "smspool:100-107", SmsPoolOrderCalls.Resend),
        Keyed("sms/cancel", true, "smspool:108-115", SmsPoolOrderCalls.Cancel),
        Keyed("request/archive", true, "smspool:116-121", SmsPoolOrderCalls.Archive),
        Open("rental/retrieve_all", "smspool:123-131", SmsPoolRentalCalls.Offers),
        Keyed("purchase/rental", true, "smspool:132-145", SmsPoolRentalPurchase.Buy),
        Keyed("rental/retrieve_messages", false, "smspool:146-153", SmsPoolRentalCalls.Messages),
        Suffixed("rental/retrieve_status", true, "smspool:154-163", SmsPoolRentalCalls.Status),
        Suffixed("rental/refund", true, "smspool:164-172", SmsPoolRentalPurchase.Refund),
        Suffixed("rental/extend", true, "smspool:173-183", SmsPoolRentalPurchase.Extend),
        Newer("pool/retrieve_all", false, SmsPoolNewer.Pools),
        Newer("request/areacodes", false, SmsPoolNewer.AreaCodes),
        Newer("request/success_rate", false, SmsPoolNewer.SuccessRate),
        Newer("request/pricing", false, SmsPoolNewer.Pricing),
        Newer("sms/stock", false, SmsPoolNewer.Stock),
        Newer("rental/history", false, SmsPoolNewer.RentalHistory),
        Newer("rental/auto_extend", true, SmsPoolNewer.AutoExtend),
    ];

    private static VendorEndpoint Open(string path, string source, Func<Simulator, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.SmsPool, path, Both, path, HasEffect: false, source) { Handle = handle };

    private static VendorEndpoint Keyed(string path, bool effect, string source, Func<Simulator, SmsPoolAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.SmsPool, path, Both, path, effect, source) { Handle = (simulator, call) => WithKey(simulator, call, handle) };

    private static VendorEndpoint Suffixed(string path, bool effect, string source, Func<Simulator, SmsPoolAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.SmsPool, path, Both, path + ".php", effect, source)
        {
            Alias = path,
            Handle = (simulator, call) => call.Path == path && !simulator.Settings.SmsPoolNewerCalls
                ? VendorAnswer.Html(404, "Not Found")
                : WithKey(simulator, call, handle),
        };

    private static VendorEndpoint Newer(string path, bool effect, Func<Simulator, SmsPoolAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.SmsPool, path, Both, path, effect, "field-notes 2.2")
        {
            IsNewer = true,
            Handle = (simulator, call) => simulator.Settings.SmsPoolNewerCalls ? WithKey(simulator, call, handle) : VendorAnswer.Html(404, "Not Found"),
        };

    private static VendorAnswer WithKey(Simulator simulator, VendorCall call, Func<Simulator, SmsPoolAccount, VendorCall, VendorAnswer> handle)
    {
        var key = call.Field("key") ?? call.Bearer;
        if (simulator.SmsPool.Accounts.Find(account => account.Key == key) is not { } account)
        {
            return key is null ? SmsPoolShapes.Missing(call, "key") : SmsPoolShapes.WrongKey(call);
        }

        return IsTooFast(simulator, account)
            ? VendorAnswer.Html(429, "Too Many Requests") with { Headers = new Dictionary<string, string> { ["Retry-After"] = "1" } }
            : handle(simulator, account, call);
    }

    private static bool IsTooFast(Simulator simulator, SmsPoolAccount account)
    {
        var second = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        account.Rate = account.Rate.Second == second ? (second, account.Rate.Count + 1) : (second, 1);
        var limit = simulator.Settings.SmsPoolRequestsPerSecond;
        return limit > 0 && account.Rate.Count > limit;
    }
}
