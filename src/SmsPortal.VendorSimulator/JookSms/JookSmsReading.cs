using System.Globalization;
using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

internal static class JookSmsReading
{
    public static VendorAnswer Get(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        One(simulator, account, call, Numbered(account, call.Segments["id"]));

    /// <summary>The newest match: whether the vendor lets an external id stand twice is open.</summary>
    public static VendorAnswer ByExternal(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        One(simulator, account, call, long.TryParse(call.Segments["id"], CultureInfo.InvariantCulture, out var id)
            ? account.Messages.FindLast(message => message.ExternalId == id)
            : null);

    public static VendorAnswer List(Simulator simulator, JookSmsAccount account, VendorCall call) => JookSmsShapes.Page(
        account.Messages.OrderByDescending(message => message.Id).ToList(), call, message => JookSmsShapes.Message(account, message, call.Observed));

    public static VendorAnswer Search(Simulator simulator, JookSmsAccount account, VendorCall call)
    {
        var (number, query) = (call.Field("number"), call.Field("query"));
        var (from, to) = (JookSmsDraft.ReadTime(call.Field("from_date")), JookSmsDraft.ReadTime(call.Field("to_date")));
        if (number is null && query is null && call.Field("from_date") is null && call.Field("to_date") is null)
        {
            return JookSmsShapes.Error(simulator, 422, "invalid_request", "You must at least add one of the parameters.");
        }

        var found = account.Messages.Where(message =>
            (number is null || JookSmsWorld.Digits(message.Number) == JookSmsWorld.Digits(number))
            && (from is null || message.Created >= from)
            && (to is null || message.Created <= to)
            && (query is null || message.Content.Contains(query, StringComparison.OrdinalIgnoreCase)));
        return JookSmsShapes.Page(found.OrderByDescending(message => message.Id).ToList(), call, message => JookSmsShapes.Found(message));
    }

    private static JookSmsMessage? Numbered(JookSmsAccount account, string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var id) ? account.Messages.Find(message => message.Id == id) : null;

    private static VendorAnswer One(Simulator simulator, JookSmsAccount account, VendorCall call, JookSmsMessage? message) => message is null
        ? JookSmsShapes.Error(simulator, 404, "not_found", "The message was not found.")
        : JookSmsShapes.Ok((JsonNode)JookSmsShapes.Message(account, message, call.Observed));
}
