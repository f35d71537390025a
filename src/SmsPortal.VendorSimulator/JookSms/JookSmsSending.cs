using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.JookSms;

internal static class JookSmsSending
{
    public static VendorAnswer Send(Simulator simulator, JookSmsAccount account, VendorCall call)
    {
        var (to, body) = (call.Field("to"), call.Field("body"));
        if (!JookSmsDraft.IsNumber(to) || body is null)
        {
            return JookSmsShapes.Error(simulator, 422, "invalid_request", $"The {(body is null ? "body" : "to")} field is required.");
        }

        var draft = new JookSmsDraft(
            to!.Trim(), body, call.Field("from"), JookSmsDraft.ReadTime(call.Field("scheduled")), JookSmsDraft.ReadId(call.Field("external_id")));
        return JookSmsShapes.Ok(JookSmsShapes.Message(account, simulator.JookSms.Send(account, draft), call.Observed));
    }

    public static VendorAnswer ToMany(Simulator simulator, JookSmsAccount account, VendorCall call) => call.Field("body") is { } body
        ? Each(simulator, account, call, _ => body)
        : JookSmsShapes.Error(simulator, 422, "invalid_request", "The body field is required.");

    public static VendorAnswer Many(Simulator simulator, JookSmsAccount account, VendorCall call) =>
        Each(simulator, account, call, item => VendorCall.Text(item["body"]));

    // One id per element, in its order; -1 where the element was wrong (jooksms:176).
    private static VendorAnswer Each(Simulator simulator, JookSmsAccount account, VendorCall call, Func<JsonObject, string?> body)
    {
        if (call.Json?["list"] is not JsonArray list)
        {
            return JookSmsShapes.Error(simulator, 422, "invalid_request", "The list field is required.");
        }

        var common = JookSmsDraft.ReadTime(call.Field("scheduled"));
        var ids = new JsonArray();
        foreach (var element in list)
        {
            var item = element as JsonObject ?? [];
            var (to, text) = (VendorCall.Text(item["to"]), body(item));
            if (!JookSmsDraft.IsNumber(to) || string.IsNullOrEmpty(text))
            {
                ids.Add(-1);
                continue;
            }

            JookSmsContacts.Remember(simulator, account, to!, VendorCall.Text(item["first_name"]), VendorCall.Text(item["last_name"]));
            var scheduled = JookSmsDraft.ReadTime(VendorCall.Text(item["scheduled"])) ?? common;
            var draft = new JookSmsDraft(to!, text, call.Field("from"), scheduled, JookSmsDraft.ReadId(item["external_id"]));
            ids.Add(simulator.JookSms.Send(account, draft).Id);
        }

        return VendorAnswer.Json(new JsonObject { ["result"] = "ok", ["ids"] = ids });
    }
}
