using System.Globalization;
using System.Text.Json;
using SmsPortal.Vendors;
using SmsPortal.Vendors.GetSms;

namespace SmsPortal.Tests.Trouble;

/// <summary>Texts as GetSMS posts them (getsms:336-349), told apart by a number.</summary>
internal static class WebhookTexts
{
    public static string Body(int n) => string.Create(CultureInfo.InvariantCulture, $"Trouble {n:D6} says hello");

    public static Dictionary<string, string> Fields(int n) => new()
    {
        ["event"] = "incoming_message", ["id"] = (17_000_000 + n).ToString(CultureInfo.InvariantCulture), ["timestamp"] = (1_600_108_956 + n).ToString(CultureInfo.InvariantCulture),
        ["date_time"] = "2020-09-14 14:42:36 EDT", ["from"] = "22000", ["to"] = "18503814729", ["service"] = "Google", ["reply"] = Body(n), ["pin"] = "", ["price"] = "1.20",
    };

    /// <summary>The same text as the vendor's client reads it from <c>read_sms</c>, which shows no id.</summary>
    public static MessageReading AsPolled(int n)
    {
        var row = Fields(n);
        row.Remove("id");
        row.Remove("event");
        return GetSmsMapping.ToReading([GetSmsText.Read(JsonSerializer.SerializeToElement(row))!], null);
    }
}
