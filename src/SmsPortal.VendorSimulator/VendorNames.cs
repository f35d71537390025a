namespace SmsPortal.VendorSimulator;

/// <summary>The vendors' names in the endpoint table, in the control API and in the counters.</summary>
public static class VendorNames
{
    public const string CoolSms = "coolsms";
    public const string SmsPool = "smspool";
    public const string JookSms = "jooksms";
    public const string GetSms = "getsms";
    public const string SmsPins = "smspins";

    public static IReadOnlyList<string> All { get; } = [CoolSms, SmsPool, JookSms, GetSms, SmsPins];
}
