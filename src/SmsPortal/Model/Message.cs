namespace SmsPortal.Model;

/// <summary>How a text came to the portal.</summary>
public enum ArrivalWay
{
    Poll = 0,
    Webhook = 1,
}

/// <summary>A text that we keep.</summary>
public sealed class Message
{
    /// <summary>Given in commit order (one advisory lock), so it is the cursor of the feed too.</summary>
    public long Id { get; set; }

    public int AccountId { get; set; }
    public long LineId { get; set; }

    /// <summary>False for a text we sent.</summary>
    public bool Incoming { get; set; } = true;

    /// <summary>The other party, as text; null where the vendor gives none.</summary>
    public string? Sender { get; set; }

    /// <summary>Our number it came to at that time, in the vendor's text.</summary>
    public string? Number { get; set; }

    public required string Body { get; set; }

    /// <summary>The code as shown: <c>G-804036</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The code as copied: <c>804036</c>.</summary>
    public string? CodeToCopy { get; set; }

    public string? Service { get; set; }

    /// <summary>The vendor's id of the order it belongs to.</summary>
    public string? OrderKey { get; set; }

    /// <summary>What the vendor says it cost, in the account's currency.</summary>
    public decimal? Price { get; set; }

    /// <summary>The vendor's word for the state of a text we sent.</summary>
    public string? Status { get; set; }

    /// <summary>The vendor's time (UTC), where it gives one.</summary>
    public DateTimeOffset? VendorAt { get; set; }

    /// <summary>When it was stored (UTC).</summary>
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>The time it is sorted and shown by: the vendor's, never later than <see cref="StoredAt"/>.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The way it came first.</summary>
    public ArrivalWay Way { get; set; }

    /// <summary>False for a webhook's text until a poll agrees.</summary>
    public bool Verified { get; set; }

    /// <summary>True for what the account's first complete read returned: read, never forwarded, no notice.</summary>
    public bool History { get; set; }

    /// <summary>The body before U+0000 was replaced, as base64 of UTF-16; null when nothing was.</summary>
    public string? OriginalBody { get; set; }

    /// <summary>The vendor's JSON where its shape is open, at most 4,000 characters.</summary>
    public string? Raw { get; set; }
}
