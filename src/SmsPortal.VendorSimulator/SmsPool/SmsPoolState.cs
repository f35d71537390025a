using SmsPortal.VendorSimulator.Webhooks;

namespace SmsPortal.VendorSimulator.SmsPool;

public sealed class SmsPoolAccount
{
    public required string Name { get; init; }
    public required string Key { get; init; }
    public decimal Balance { get; set; }
    public List<DateTimeOffset> FailedPurchases { get; } = [];
    public DateTimeOffset BlockedUntil { get; set; } = DateTimeOffset.MinValue;
    public List<SmsPoolOrder> Orders { get; } = [];
    public List<SmsPoolRental> Rentals { get; } = [];
    public List<SmsPoolRentalAct> RentalActs { get; } = [];
    public WebhookTarget? Webhook { get; set; }
    public int WebhookFailuresInARow { get; set; }

    /// <summary>Requests of the current second of real time, for the rate limit.</summary>
    public (long Second, int Count) Rate { get; set; }
}

/// <summary>The numbers of sms/check (smspool:92-98).</summary>
public enum SmsPoolStatus
{
    Pending = 1,
    Expired = 2,
    Completed = 3,
    Resend = 4,
    Cancelled = 5,
    Refunded = 6,
}

public sealed class SmsPoolOrder
{
    public required string Code { get; init; }
    public required SmsPoolAccount Account { get; init; }
    public required SmsPoolCountry Country { get; init; }
    public required SmsPoolService Service { get; init; }
    public required int Pool { get; init; }

    /// <summary>Without country code.</summary>
    public required string National { get; init; }

    public decimal Cost { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset CancelLockedUntil { get; set; }
    public DateTimeOffset? CompletedAt { get; set; }
    public SmsPoolStatus Status { get; set; } = SmsPoolStatus.Pending;
    public string Sms { get; set; } = "";
    public string FullSms { get; set; } = "";
    public int Resends { get; set; }
    public bool IsArchived { get; set; }

    /// <summary>Made by the control API: nobody bought it, so nothing is debited or refunded.</summary>
    public bool IsGift { get; init; }

    public string Number => Country.CallingCode + National;
    public bool HadSms => FullSms.Length > 0;
    public bool IsLive => Status is SmsPoolStatus.Pending or SmsPoolStatus.Resend;
}

public sealed class SmsPoolRental
{
    public required string Code { get; init; }
    public required SmsPoolAccount Account { get; init; }
    public required SmsPoolRentalOffer Offer { get; init; }
    public required string Number { get; init; }
    public int Days { get; set; }
    public decimal Paid { get; init; }
    public string? ServiceId { get; init; }
    public required DateTimeOffset PurchasedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>A line that never sleeps; the others wake by retrieve_status.</summary>
    public bool AlwaysOn { get; init; }

    /// <summary>Not usable before, as the vendor activates new rentals late.</summary>
    public DateTimeOffset ActiveFrom { get; init; }

    public DateTimeOffset? WakesAt { get; set; }
    public DateTimeOffset AwakeUntil { get; set; } = DateTimeOffset.MinValue;
    public bool AutoExtend { get; set; }
    public bool IsRefunded { get; set; }
    public List<SmsPoolRentalMessage> Messages { get; } = [];
    public List<SmsPoolRentalMessage> Waiting { get; } = [];
}

public sealed record SmsPoolRentalMessage(int Id, DateTimeOffset At, string From, string Text);

/// <summary>A row of rental/history: "activate", "extend" or "refund" with its cost.</summary>
public sealed record SmsPoolRentalAct(int Id, string Action, string RentalCode, decimal Cost, DateTimeOffset At);
