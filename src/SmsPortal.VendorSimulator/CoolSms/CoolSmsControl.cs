using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.CoolSms;

internal static class CoolSmsControl
{
    public static VendorAnswer RebootLine(Simulator simulator, CoolSmsAccount account, VendorCall call) => OnLine(account, call, line =>
    {
        simulator.CoolSms.Queue.Reboot(line);
        simulator.Counters.Effect(VendorNames.CoolSms, "reboots");
        return VendorAnswer.Json(CoolSmsShapes.Ok());
    });

    public static VendorAnswer WakeupLine(Simulator simulator, CoolSmsAccount account, VendorCall call) => OnLine(account, call, line =>
    {
        if (!line.IsLite)
        {
            return CoolSmsShapes.Error("not a lite number", call.Observed);
        }

        var (length, time) = simulator.CoolSms.Queue.Wake(account, line);
        var shape = CoolSmsShapes.Ok();
        shape["length"] = length;
        if (time is not null)
        {
            shape["time"] = time;
        }

        return VendorAnswer.Json(shape);
    });

    public static VendorAnswer SetLabel(Simulator simulator, CoolSmsAccount account, VendorCall call) => OnLine(account, call, line =>
    {
        line.Label = call.Field("label");
        simulator.Counters.Effect(VendorNames.CoolSms, "labels");
        return VendorAnswer.Json(CoolSmsShapes.Ok());
    });

    public static VendorAnswer CreateGroup(Simulator simulator, CoolSmsAccount account, VendorCall call)
    {
        if (call.Field("group_name") is not { } name)
        {
            return CoolSmsShapes.Error("invalid group name", call.Observed);
        }

        if (!account.Groups.TryAdd(name, new CoolSmsGroup { Name = name }))
        {
            return CoolSmsShapes.Error("group already exists", call.Observed);
        }

        simulator.Counters.Effect(VendorNames.CoolSms, "groups");
        return VendorAnswer.Json(CoolSmsShapes.Ok());
    }

    /// <summary>An earlier assignment ends (cool-sms:149), and with it the line's place in the old group's queue.</summary>
    public static VendorAnswer AssignGroup(Simulator simulator, CoolSmsAccount account, VendorCall call) => OnLine(account, call, line =>
    {
        if (!account.Groups.TryGetValue(call.Field("group_name") ?? "", out var group))
        {
            return CoolSmsShapes.Error("invalid group", call.Observed);
        }

        if (line.Group != group)
        {
            LiteQueue.Leave(line);
            line.Group = group;
        }

        simulator.Counters.Effect(VendorNames.CoolSms, "assignments");
        return VendorAnswer.Json(CoolSmsShapes.Ok());
    });

    private static VendorAnswer OnLine(CoolSmsAccount account, VendorCall call, Func<CoolSmsLine, VendorAnswer> act) =>
        account.Find(call.Field("number")) is { } line ? act(line) : CoolSmsShapes.Error("invalid number", call.Observed);
}
