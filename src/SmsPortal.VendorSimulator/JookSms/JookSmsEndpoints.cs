using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

internal static class JookSmsEndpoints
{
    public static IReadOnlyList<VendorEndpoint> Rows { get; } =
    [
        new(VendorNames.JookSms, "oauth/access_token", ["POST"], "oauth/access_token", HasEffect: false, "jooksms:6-25") { Handle = Token },
        Row("sms/get", "GET", "sms/{id}", false, "jooksms:27-62", JookSmsReading.Get),
        Row("sms/by_external", "GET", "sms/by_external/{id}", false, "jooksms:63-98", JookSmsReading.ByExternal),
        Row("sms/send", "POST", "sms", true, "jooksms:99-151", JookSmsSending.Send),
        Row("sms/to_many", "POST", "sms/to_many", true, "jooksms:152-192", JookSmsSending.ToMany),
        Row("sms/many", "POST", "sms/many", true, "jooksms:193-233", JookSmsSending.Many),
        Row("sms/list", "GET", "sms", false, "jooksms:234-604", JookSmsReading.List),
        Row("contact/get", "GET", "contact/{id}", false, "jooksms:606-627", JookSmsContacts.Get),
        Row("contact/create", "POST", "contact", true, "jooksms:628-667", JookSmsContacts.Create),
        Row("contact/list", "GET", "contact", false, "jooksms:668-839", JookSmsContacts.List),
        Row("contact_group/list", "GET", "contact_group", false, "jooksms:840-872", JookSmsContacts.Groups),
        Row("sms/search", "POST", "sms/search/messages", false, "jooksms:873-918", JookSmsReading.Search),
    ];

    private static VendorEndpoint Row(
        string name, string method, string pattern, bool effect, string source, Func<Simulator, JookSmsAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.JookSms, name, [method], pattern, effect, source) { Handle = (simulator, call) => Guarded(simulator, call, handle) };

    // No grant_type, as the document has it; league/oauth2-server 4 words for the failures.
    private static VendorAnswer Token(Simulator simulator, VendorCall call)
    {
        foreach (var name in (string[])["client_id", "client_secret"])
        {
            if (call.Field(name) is null)
            {
                return InvalidRequest(simulator, name);
            }
        }

        var account = simulator.JookSms.Accounts.Find(known => known.ClientId == call.Field("client_id") && known.ClientSecret == call.Field("client_secret"));
        if (account is null)
        {
            return JookSmsShapes.Error(simulator, 401, "invalid_client", "Client authentication failed.");
        }

        var (token, seconds) = (simulator.Chance.Token(40), simulator.Settings.JookSmsTokenSeconds);
        account.Tokens[token] = simulator.Clock.Now.AddSeconds(seconds);
        simulator.Counters.Effect(VendorNames.JookSms, "tokens");
        return VendorAnswer.Json(new JsonObject { ["access_token"] = token, ["token_type"] = "Bearer", ["expires_in"] = seconds });
    }

    private static VendorAnswer Guarded(Simulator simulator, VendorCall call, Func<Simulator, JookSmsAccount, VendorCall, VendorAnswer> handle)
    {
        if (call.Bearer is not { } token)
        {
            return InvalidRequest(simulator, "access token");
        }

        var account = simulator.JookSms.Accounts.Find(known => known.Tokens.TryGetValue(token, out var until) && until > simulator.Clock.Now);
        return account is null
            ? JookSmsShapes.Error(simulator, 401, "access_denied", "The resource owner or authorization server denied the request.")
            : handle(simulator, account, call);
    }

    private static VendorAnswer InvalidRequest(Simulator simulator, string parameter) => JookSmsShapes.Error(
        simulator, 400, "invalid_request",
        $"The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. Check the \"{parameter}\" parameter.");
}
