using Microsoft.Extensions.DependencyInjection;
using SmsPortal.Vendors;
using SmsPortal.Vendors.CoolSms;
using SmsPortal.Vendors.GetSms;
using SmsPortal.Vendors.JookSms;
using SmsPortal.Vendors.SmsPins;
using SmsPortal.Vendors.SmsPool;

namespace SmsPortal.VendorAccess;

public static class VendorAccessRoom
{
    /// <summary>Registers the vendors, the gate to them, and the desk of their accounts. Needs Data Protection, <c>AddOutboundHttp</c> and <c>AddStorage</c>.</summary>
    public static IServiceCollection AddVendorAccess(this IServiceCollection services)
    {
        services.AddSingleton<IVendor, CoolSmsVendor>();
        services.AddSingleton<IVendor, SmsPoolVendor>();
        services.AddSingleton<IVendor, JookSmsVendor>();
        services.AddSingleton<IVendor, GetSmsVendor>();
        services.AddSingleton<IVendor, SmsPinsVendor>();
        services.AddSingleton<VendorRegistry>();
        services.AddOptions<GateOptions>();
        services.AddSingleton<AccountKeys>();
        services.AddSingleton<KeyFingerprints>();
        services.AddSingleton<VendorGate>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<WebhookPaths>();
        return services;
    }
}
