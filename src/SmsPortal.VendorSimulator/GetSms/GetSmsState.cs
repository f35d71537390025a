using SmsPortal.VendorSimulator.Webhooks;

namespace SmsPortal.VendorSimulator.GetSms;

public sealed class GetSmsAccount
{
    public required string Name { get; init; }
    public required string User { get; init; }
    public required string ApiKey { get; init; }
    public decimal Balance { get; set; }

    /// <summary>Set aside for reserved requests; given back when no text comes.</summary>
    public decimal Reserved { get; set; }

    public WebhookTarget? Webhook { get; set; }
    public List<GetSmsRequest> Requests { get; } = [];
    internal Dictionary<long, GetSmsRequest> RequestsById { get; } = [];
    public List<GetSmsMessage> Messages { get; } = [];

    /// <summary>"service mdn" pairs that were rejected and are never offered again.</summary>
    public HashSet<string> Rejected { get; } = [];

    /// <summary>"service mdn" pairs that brought a text before.</summary>
    public HashSet<string> Used { get; } = [];

    public string Email => $"{User}@example.com";
    public decimal Available => Balance - Reserved;
}

public sealed class GetSmsService
{
    public required string Name { get; init; }
    public decimal Price { get; set; }
    public decimal LongTermPrice { get; init; }
    public int Stock { get; set; }

    /// <summary>The stock figure that list_services shows: minutes old.</summary>
    public int ShownStock { get; set; }

    public int RecommendedMarkup { get; init; } = 10;
}

public sealed class GetSmsNumber
{
    public required string Mdn { get; init; }
    public required string AreaCode { get; init; }
    public required string State { get; init; }
    public required string Carrier { get; init; }
    public bool InUse { get; set; }
}

public sealed class GetSmsRequest
{
    public const string Awaiting = "Awaiting MDN";
    public const string Held = "Reserved";
    public const string Completed = "Completed";
    public const string Rejected = "Rejected";
    public const string TimedOut = "Timed Out";

    public required long Id { get; init; }
    public required GetSmsAccount Account { get; init; }
    public required GetSmsService Service { get; init; }

    /// <summary>Several services asked for at once share one group and get one number, or none.</summary>
    public required long Group { get; init; }

    public GetSmsNumber? Number { get; set; }
    public string Mdn { get; set; } = "";
    public string? AreaCode { get; init; }
    public string State { get; init; } = "";
    public int Markup { get; init; }
    public decimal Price { get; init; }
    public string Status { get; set; } = Awaiting;
    public bool IsDeleted { get; set; }

    /// <summary>Made by the control API: nobody asked for it, so nothing is charged.</summary>
    public bool IsGift { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset LastStatusCall { get; set; }

    public bool IsOpen => !IsDeleted && Status is Awaiting or Held;
}

public sealed record GetSmsMessage(GetSmsRequest Request, DateTimeOffset At, string From, string Reply, string Pin);
