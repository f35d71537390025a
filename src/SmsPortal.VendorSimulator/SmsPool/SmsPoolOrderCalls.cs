using System.Text.Json.Nodes;
using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.SmsPool;

/// <summary>The calls on orders that exist.</summary>
internal static class SmsPoolOrderCalls
{
    private const string Unknown = "We could not find this order!";

    /// <summary>Live orders, and completed ones for a few minutes; an empty list when there are none.</summary>
    public static VendorAnswer Active(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var now = simulator.Clock.Now;
        var since = now.AddSeconds(-simulator.Settings.SmsPoolCompletedSeconds);
        return VendorAnswer.Utf8Json(SmsPoolShapes.List(account.Orders
            .Where(order => !order.IsArchived && (order.IsLive || (order.Status == SmsPoolStatus.Completed && order.CompletedAt > since)))
            .Reverse().Select(order => SmsPoolShapes.Order(order, now, call.Observed, history: false))));
    }

    /// <summary>All orders, newest first; start, length and search are known from newer clients.</summary>
    public static VendorAnswer History(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        var search = call.Field("search");
        var orders = account.Orders.Where(order => !order.IsArchived && (search is null
                || order.Code == search || order.Number.Contains(search, StringComparison.Ordinal)
                || order.Service.Name.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .Reverse().Skip(call.Number("start") ?? 0).Take(call.Number("length") ?? int.MaxValue);
        return VendorAnswer.Utf8Json(SmsPoolShapes.List(orders.Select(order => SmsPoolShapes.Order(order, simulator.Clock.Now, call.Observed, history: true))));
    }

    public static VendorAnswer Check(Simulator simulator, SmsPoolAccount account, VendorCall call) => Find(account, call) is { } order
        ? VendorAnswer.Utf8Json(SmsPoolShapes.Check(order, simulator.Clock.Now, call.Observed))
        : NotFound(call);

    public static VendorAnswer Resend(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (Find(account, call) is not { } order)
        {
            return NotFound(call);
        }

        var charge = call.Observed ? simulator.Settings.SmsPoolResendCharge : 0;
        var seconds = call.Observed ? simulator.Settings.SmsPoolObservedOrderSeconds : simulator.Settings.SmsPoolOrderSeconds;
        if (account.Balance < charge || !simulator.SmsPool.Orders.Resend(order, charge, seconds))
        {
            return call.Observed
                ? SmsPoolShapes.Fail(order.HadSms ? "This order is not available for re-send" : "You can only re-send to a phonenumber that has received a SMS", call, 400)
                : VendorAnswer.Utf8Json(new JsonObject
                {
                    ["success"] = 0, ["message"] = "Phonenumber could not be requested again, try later again.", ["resend"] = order.Resends,
                });
        }

        return VendorAnswer.Utf8Json(call.Observed
            ? new JsonObject { ["success"] = 1, ["message"] = "Your number has been requested again!", ["charge"] = charge, ["order_id"] = order.Code }
            : new JsonObject { ["success"] = 1, ["message"] = "Number has been requested again", ["resend"] = order.Resends });
    }

    public static VendorAnswer Cancel(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        if (Find(account, call) is not { } order)
        {
            return call.Observed ? NotFound(call) : VendorAnswer.Utf8Json(new JsonObject { ["success"] = 0 });
        }

        if (simulator.SmsPool.Orders.Cancel(order))
        {
            return VendorAnswer.Utf8Json(new JsonObject { ["success"] = 1 });
        }

        var tooEarly = order.Status == SmsPoolStatus.Pending;
        return call.Observed && tooEarly
            ? SmsPoolShapes.Fail("Your order cannot be cancelled yet, please try again later.", call, 400)
            : VendorAnswer.Utf8Json(new JsonObject { ["success"] = 0 });
    }

    public static VendorAnswer Archive(Simulator simulator, SmsPoolAccount account, VendorCall call)
    {
        foreach (var order in account.Orders.Where(order => !order.IsLive))
        {
            order.IsArchived = true;
        }

        simulator.Counters.Effect(VendorNames.SmsPool, "archives");
        return VendorAnswer.Utf8Json(SmsPoolShapes.Success("All your inactive orders have been archived."));
    }

    private static SmsPoolOrder? Find(SmsPoolAccount account, VendorCall call) =>
        account.Orders.Find(order => order.Code == call.Field("orderid"));

    private static VendorAnswer NotFound(VendorCall call) => SmsPoolShapes.Fail(Unknown, call, 404);
}
