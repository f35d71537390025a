using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.CoolSms;

internal static class CoolSmsReading
{
    /// <summary>The window is drawn anew each time: "not guaranteed to be the same between uses" (cool-sms:50).</summary>
    public static VendorAnswer Status(Simulator simulator, CoolSmsAccount account, VendorCall call)
    {
        _ = call;
        account.Window = (int)simulator.Chance.In(simulator.Tempo.LiteWindow);
        var shape = CoolSmsShapes.Ok();
        shape["lite_queue_window"] = account.Window;
        return VendorAnswer.Json(shape);
    }

    public static VendorAnswer Numbers(Simulator simulator, CoolSmsAccount account, VendorCall call)
    {
        _ = simulator;
        var list = new JsonArray(account.Lines.OrderBy(line => line.Ordinal).Select(line => (JsonNode?)CoolSmsShapes.Line(line, call.Observed)).ToArray());
        var shape = call.Observed ? CoolSmsShapes.Ok() : [];
        shape["numbers"] = list;
        return VendorAnswer.Json(shape);
    }

    /// <summary>Answers first, deletes afterwards: a lost answer loses the texts, as at the vendor.</summary>
    public static VendorAnswer NewMessages(Simulator simulator, CoolSmsAccount account, VendorCall call)
    {
        if (account.Find(call.Field("number")) is not { } line)
        {
            return CoolSmsShapes.Error("invalid number", call.Observed);
        }

        var list = new JsonArray(line.Messages
            .Select(message => (JsonNode?)CoolSmsShapes.Message(line, message, call.Observed, simulator.Settings.CoolSmsMessageTime)).ToArray());
        if (call.Field("mark_as_deleted") == "true")
        {
            simulator.Counters.Effect(VendorNames.CoolSms, "messages_deleted", line.Messages.Count);
            line.Messages.Clear();
        }

        if (call.Observed)
        {
            return VendorAnswer.Json(list);
        }

        var shape = CoolSmsShapes.Ok();
        shape["messages"] = list;
        return VendorAnswer.Json(shape);
    }
}
