using System.Text.Json;

namespace SmsPortal.Vendors.SmsPins;

/// <summary>A telephone (smspins:31-34): its id stays when its number changes; the dates are days in Eastern time.</summary>
public sealed record SmsPinsTelephone(string TelephoneId, string? Telephone, DateTime? AddedAt, DateTime? ExpiredAt)
{
    /// <summary>The telephone, or null when it has no id.</summary>
    public static SmsPinsTelephone? Read(JsonElement json) => json.Text("telephone_id") is { Length: > 0 } id
        ? new SmsPinsTelephone(id, json.Text("telephone"), WallClock.Read(json.Text("added_at")), WallClock.Read(json.Text("expired_at")))
        : null;
}

/// <summary>
/// A check (smspins:101-118), or a row of <c>smses_by_tid</c> (smspins:210-214), which has fewer members. <c>smses</c> is null, one text or several joined by
/// <c>|</c>; <c>telephone</c> is the number as it was then; times are Eastern wall-clock times.
/// </summary>
public sealed record SmsPinsCheck(string RequestId, string? Telephone, string? Smses, string? Status, string? AgentName, DateTime? UpdatedAt)
{
    public DateTime? QueuedAt { get; init; }
    public DateTime? AcquiredAt { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public DateTime? CanceledAt { get; init; }

    /// <summary>The check, or null when it has no id, or texts in a shape that is none: they must not be taken for "no texts".</summary>
    public static SmsPinsCheck? Read(JsonElement json) =>
        json.Text("request_id") is { Length: > 0 } id && json.Member("smses") is null or { ValueKind: JsonValueKind.String or JsonValueKind.Number }
            ? new SmsPinsCheck(id, json.Text("telephone"), json.Text("smses"), json.Text("status"), json.Text("agent_name"), WallClock.Read(json.Text("updated_at")))
            {
                QueuedAt = WallClock.Read(json.Text("queued_at")),
                AcquiredAt = WallClock.Read(json.Text("acquired_at")),
                StartedAt = WallClock.Read(json.Text("started_at")),
                EndedAt = WallClock.Read(json.Text("ended_at")),
                CanceledAt = WallClock.Read(json.Text("canceled_at")),
            }
            : null;
}

/// <summary>
/// A number change (smspins:332-344, 376-391). <c>status</c> is missing in some answers of the list (field-notes 1.5 T6); times are Eastern wall-clock times.
/// </summary>
public sealed record SmsPinsNumberChange(string RequestId, string? LastTelephone, string? Telephone, string? Status)
{
    public DateTime? UpdatedAt { get; init; }
    public DateTime? SubmittedAt { get; init; }
    public DateTime? AcquiredAt { get; init; }
    public DateTime? ProcessedAt { get; init; }
    public DateTime? CompletedAt { get; init; }
    public DateTime? CanceledAt { get; init; }

    /// <summary>The change, or null when it has no id.</summary>
    public static SmsPinsNumberChange? Read(JsonElement json) => json.Text("request_id") is { Length: > 0 } id
        ? new SmsPinsNumberChange(id, json.Text("last_telephone"), json.Text("telephone"), json.Text("status"))
        {
            UpdatedAt = WallClock.Read(json.Text("updated_at")),
            SubmittedAt = WallClock.Read(json.Text("submitted_at")),
            AcquiredAt = WallClock.Read(json.Text("acquired_at")),
            ProcessedAt = WallClock.Read(json.Text("processed_at")),
            CompletedAt = WallClock.Read(json.Text("completed_at")),
            CanceledAt = WallClock.Read(json.Text("canceled_at")),
        }
        : null;
}
