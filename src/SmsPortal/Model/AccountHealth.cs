namespace SmsPortal.Model;

/// <summary>How an account does, and what its polls remember. One row per account, written by the gate and the poll job.</summary>
public sealed class AccountHealth
{
    public int AccountId { get; set; }

    /// <summary>When the vendor last answered well (UTC).</summary>
    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastFailureAt { get; set; }

    /// <summary>The class of the last failure (<c>VendorFailureKind</c> by name); null when the last call went well.</summary>
    public string? FailureKind { get; set; }

    /// <summary>The vendor's complaint, keys redacted.</summary>
    public string? FailureMessage { get; set; }

    public int ConsecutiveFailures { get; set; }

    /// <summary>No call before this moment: back-off or <c>Retry-After</c>.</summary>
    public DateTimeOffset? BlockedUntil { get; set; }

    public decimal? Balance { get; set; }

    public DateTimeOffset? BalanceAt { get; set; }

    /// <summary>When lines were last listed completely.</summary>
    public DateTimeOffset? LinesListedAt { get; set; }

    /// <summary>When the account-wide texts were last read.</summary>
    public DateTimeOffset? MessagesReadAt { get; set; }

    /// <summary>The vendor room's own cursor of the account-wide reading.</summary>
    public string? MessagesCursor { get; set; }

    /// <summary>When the first complete account-wide reading ended: what came before is history.</summary>
    public DateTimeOffset? HistoryReadAt { get; set; }

    /// <summary>When texts may last have been missed (a full answer of new ones only).</summary>
    public DateTimeOffset? GapNotedAt { get; set; }

    /// <summary>How many possible gaps were noted since the account was connected.</summary>
    public int GapCount { get; set; }

    /// <summary>Cool SMS: seconds between wake-ups of Lite lines, as last read.</summary>
    public int? LiteQueueWindowSeconds { get; set; }

    /// <summary>Until when an open Inbox wants this account polled every 15 s.</summary>
    public DateTimeOffset? InboxOpenUntil { get; set; }

    /// <summary>When the account's job last ran.</summary>
    public DateTimeOffset? PolledAt { get; set; }

    /// <summary>When the account-wide texts are due; for vendors without such a reading, when the job is.</summary>
    public DateTimeOffset? NextPollAt { get; set; }
}
