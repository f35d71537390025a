using System.Globalization;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Web.Resources;
using SmsPortal.Web.Tabs;

namespace SmsPortal.Web.Pages.Inbox;

/// <summary>How a text came, in words.</summary>
public static class ArrivalText
{
    /// <summary><c>by webhook, 0.4 s after the vendor had it</c>; without the vendor's time only the way.</summary>
    public static string Of(StoredMessage message, bool withDelay)
    {
        var way = message.Way == ArrivalWay.Webhook ? Strings.ByWebhook : Strings.ByPoll;
        return withDelay && message.VendorAt is { } vendorAt && vendorAt <= message.StoredAt ? Words.Of(Strings.AfterVendor, way, Delay(message.StoredAt - vendorAt)) : way;
    }

    private static string Delay(TimeSpan delay) => delay.TotalSeconds < 10 ? delay.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture) + " s" : ViewerClock.Ago(delay);
}
