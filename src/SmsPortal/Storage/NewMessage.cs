using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>A text on its way into the store: line resolved, code found, identity hashed.</summary>
public sealed record NewMessage
{
    public required int AccountId { get; init; }
    public required long LineId { get; init; }
    public required byte[] IdentityHash { get; init; }
    public int Occurrence { get; init; } = 1;
    public string? IdentityVendorId { get; init; }
    public bool Incoming { get; init; } = true;
    public string? Sender { get; init; }
    public string? Number { get; init; }
    public required string Body { get; init; }
    public string? OriginalBody { get; init; }
    public string? Code { get; init; }
    public string? CodeToCopy { get; init; }
    public string? Service { get; init; }
    public string? OrderKey { get; init; }
    public decimal? Price { get; init; }
    public string? Status { get; init; }
    public DateTimeOffset? VendorAt { get; init; }
    public required DateTimeOffset At { get; init; }
    public required ArrivalWay Way { get; init; }
    public bool History { get; init; }
    public string? Raw { get; init; }
}

/// <summary>What became of one text.</summary>
/// <param name="MessageId">Its id, or the id of the message it repeats.</param>
/// <param name="IsNew">False for a repeat.</param>
public readonly record struct WrittenMessage(long MessageId, bool IsNew);

/// <summary>What became of a batch.</summary>
/// <param name="Items">In the order of the batch.</param>
/// <param name="CursorBefore">The last id given before this batch: a reader that stands there misses nothing by taking the batch as it is.</param>
/// <param name="CursorAfter">The last id given by this batch.</param>
public sealed record WrittenBatch(IReadOnlyList<WrittenMessage> Items, long CursorBefore, long CursorAfter);
