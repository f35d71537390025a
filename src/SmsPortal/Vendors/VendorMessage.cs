namespace SmsPortal.Vendors;

/// <summary>A text as the vendor said it.</summary>
public sealed record VendorMessage
{
    /// <summary>Decides whether it is new. Never null.</summary>
    public required VendorIdentity Identity { get; init; }

    /// <summary>The key of the line it hangs from (<see cref="VendorLine.Key"/>); created with <see cref="LineKind"/> when unknown.</summary>
    public required string LineKey { get; init; }

    /// <summary>The kind to create the line with.</summary>
    public required LineKind LineKind { get; init; }

    /// <summary>The body, whole, as decoded from the vendor's JSON.</summary>
    public required string Text { get; init; }

    /// <summary>True: when no line has <see cref="LineKey"/>, look for the open line that holds <see cref="Number"/>, and only then make a Found line <c>mdn:NUMBER</c> (GetSMS).</summary>
    public bool LineByNumber { get; init; }

    /// <summary>Our number it came to, in the vendor's text, where the vendor says it.</summary>
    public string? Number { get; init; }

    /// <summary>The other party, as text (<c>Uber</c>, <c>22000</c>, a number); null where the vendor gives none.</summary>
    public string? Sender { get; init; }

    /// <summary>The vendor's time (UTC), when it gives one that can be trusted.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The code as the vendor recognised it (GetSMS <c>pin</c>, SMSPool <c>sms</c>); not always right.</summary>
    public string? VendorCode { get; init; }

    /// <summary>The service the text belongs to.</summary>
    public string? Service { get; init; }

    /// <summary>The order it belongs to, by the vendor's id.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The price the vendor names for it, in the account's currency.</summary>
    public decimal? Price { get; init; }

    /// <summary>False for a text that we sent (JookSMS lists both).</summary>
    public bool Incoming { get; init; } = true;

    /// <summary>The vendor's word for the state of a text we sent: queued, sent, …</summary>
    public string? Status { get; init; }

    /// <summary>The raw JSON element where the document leaves the shape open (Cool SMS), at most 4,000 characters.</summary>
    public string? Raw { get; init; }
}
