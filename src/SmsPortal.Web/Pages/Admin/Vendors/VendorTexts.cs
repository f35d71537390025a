using SmsPortal.Web.Resources;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>What pages say of single vendors, beside what the vendors say of themselves.</summary>
public static class VendorTexts
{
    /// <summary>True where an admin declares the own numbers, since no call lists them (domain.md, "How lines come to exist").</summary>
    public static bool TakesOwnNumbers(string vendorKey) => vendorKey == "jooksms";

    /// <summary>Where at the vendor the webhook address is entered (getsms:334, field-notes:272).</summary>
    public static string? WebhookPlace(string vendorKey) => vendorKey switch
    {
        "getsms" => Strings.WebhookAtGetSms,
        "smspool" => Strings.WebhookAtSmsPool,
        _ => null,
    };

    /// <summary>What cannot be told apart there (domain.md, "Identity of a message").</summary>
    public static string? Twins(string vendorKey) => vendorKey switch
    {
        "coolsms" => Strings.TwinsCoolSms,
        "getsms" => Strings.TwinsGetSms,
        _ => null,
    };
}
