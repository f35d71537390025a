using SmsPortal.VendorSimulator.Http;

namespace SmsPortal.VendorSimulator.CoolSms;

/// <summary>POST only; which version has which call is told by the curl samples (field notes 1.1 T8).</summary>
internal static class CoolSmsEndpoints
{
    public static IReadOnlyList<VendorEndpoint> Rows { get; } =
    [
        Row("v1/status", false, "cool-sms:38-50", "", CoolSmsReading.Status),
        Row("v1.5/status", false, "cool-sms:38-50", "", CoolSmsReading.Status),
        Row("v1/numbers", false, "cool-sms:52-68", "", CoolSmsReading.Numbers),
        Row("v1.5/numbers", false, "cool-sms:52-68", "", CoolSmsReading.Numbers),
        Row("v1/new_messages", true, "cool-sms:70-86", "messages", CoolSmsReading.NewMessages),
        Row("v1.5/new_messages", true, "cool-sms:70-86", "messages", CoolSmsReading.NewMessages),
        Row("v1/reboot_line", true, "cool-sms:88-97", "messages", CoolSmsControl.RebootLine),
        Row("v1.5/wakeup_line", true, "cool-sms:99-114", "messages", CoolSmsControl.WakeupLine),
        Row("v1/set_label", true, "cool-sms:116-126", "control", CoolSmsControl.SetLabel),
        Row("v1/create_group", true, "cool-sms:128-137", "control", CoolSmsControl.CreateGroup),
        Row("v1/assign_group", true, "cool-sms:139-149", "control", CoolSmsControl.AssignGroup),
    ];

    private static VendorEndpoint Row(
        string path, bool effect, string source, string scope, Func<Simulator, CoolSmsAccount, VendorCall, VendorAnswer> handle) =>
        new(VendorNames.CoolSms, path, ["POST"], path, effect, source) { Handle = (simulator, call) => Guarded(simulator, call, scope, handle) };

    private static VendorAnswer Guarded(
        Simulator simulator, VendorCall call, string scope, Func<Simulator, CoolSmsAccount, VendorCall, VendorAnswer> handle)
    {
        if (!simulator.Settings.CoolSmsVersion15 && call.Path.StartsWith("v1.5/", StringComparison.Ordinal))
        {
            return VendorAnswer.Html(404, "Not Found");
        }

        if (simulator.CoolSms.Caller(call) is not { } account)
        {
            return CoolSmsShapes.Error("unknown token", call.Observed, simulator.Settings.CoolSmsUnknownTokenStatus);
        }

        if (call.BodyIsBroken || (call.Json is null && call.Method == "POST"))
        {
            return CoolSmsShapes.Error("invalid json", call.Observed);
        }

        return scope.Length == 0 || account.Scopes.Contains("admin") || account.Scopes.Contains(scope)
            ? handle(simulator, account, call)
            : CoolSmsShapes.Error("insufficient scope", call.Observed);
    }
}
