using System.Reflection;
using System.Text.Json;

namespace SmsPortal.VendorSimulator;

/// <summary>What the sources leave open: every guess of the simulator is a value here that a test can turn.</summary>
public sealed class Settings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The seven newer SMSPool calls and the paths without <c>.php</c>; off = they answer 404.</summary>
    public bool SmsPoolNewerCalls { get; set; } = true;

    /// <summary>Requests per second and key, measured in real time; 0 = no limit.</summary>
    public int SmsPoolRequestsPerSecond { get; set; }

    public int SmsPoolOrderSeconds { get; set; } = 599;
    public int SmsPoolObservedOrderSeconds { get; set; } = 1200;

    /// <summary>How long an order stands as expired or cancelled before it reads refunded.</summary>
    public int SmsPoolRefundSeconds { get; set; } = 10;

    /// <summary>How long a completed order stays in request/active.</summary>
    public int SmsPoolCompletedSeconds { get; set; } = 300;

    /// <summary>Failed purchases within an hour that block purchases for six hours.</summary>
    public int SmsPoolFailedPurchases { get; set; } = 20;

    /// <summary>What a resend costs in the observed dialect.</summary>
    public decimal SmsPoolResendCharge { get; set; }

    /// <summary>Texts to a sleeping rental are lost instead of waiting for it to wake.</summary>
    public bool SmsPoolSleepingRentalLosesTexts { get; set; }

    public int SmsPoolWebhookFailuresAllowed { get; set; } = 50;

    /// <summary>Off = every v1.5 call of Cool SMS answers 404.</summary>
    public bool CoolSmsVersion15 { get; set; } = true;

    /// <summary>HTTP status of an unknown token: the document does not say.</summary>
    public int CoolSmsUnknownTokenStatus { get; set; } = 200;

    /// <summary>"text", "unix" or "none": the shape of a message's time is never shown.</summary>
    public string CoolSmsMessageTime { get; set; } = "text";

    /// <summary>"lost" or "wakeup": what becomes of a text to a sleeping lite line.</summary>
    public string CoolSmsSleepingLine { get; set; } = "lost";

    /// <summary>"late" or "lost": what becomes of a text to a line that reboots.</summary>
    public string CoolSmsRebootingLine { get; set; } = "late";

    /// <summary>Errors as HTTP 200 with <c>result: error</c>, as one client of JookSMS implies.</summary>
    public bool JookSmsErrorsWith200 { get; set; }

    public int JookSmsTokenSeconds { get; set; } = 3600;

    /// <summary>Share of sent texts that stay queued for ever.</summary>
    public double JookSmsStuckShare { get; set; }

    public int GetSmsRequestSeconds { get; set; } = 900;

    /// <summary>900 by the samples, 1800 by the prose.</summary>
    public int GetSmsBidSeconds { get; set; } = 900;

    /// <summary>"deleted", "Rejected" or "Timed Out": how a bid ends that nobody fulfilled.</summary>
    public string GetSmsLostBid { get; set; } = "deleted";

    /// <summary>request_status more often than every 15 s gets an error.</summary>
    public bool GetSmsEnforcesStatusPace { get; set; }

    public bool GetSmsReuseIsFree { get; set; }

    /// <summary>"json" or "html": how SMSPins answers a wrong key.</summary>
    public string SmsPinsWrongKey { get; set; } = "json";

    public int SmsPinsRemovedAfterDays { get; set; } = 7;

    public List<string> SmsPinsSmallZips { get; set; } = ["00501", "59316", "79837", "99950"];

    /// <summary>How many times each webhook is sent at once, to imitate a vendor that repeats itself.</summary>
    public int WebhookCopies { get; set; } = 1;

    internal static IReadOnlyList<string> Apply(Settings target, JsonElement values)
    {
        var unknown = new List<string>();
        foreach (var member in values.EnumerateObject())
        {
            var property = typeof(Settings).GetProperty(member.Name, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance);
            if (property is null)
            {
                unknown.Add(member.Name);
                continue;
            }

            property.SetValue(target, member.Value.Deserialize(property.PropertyType, Json));
        }

        return unknown;
    }
}
