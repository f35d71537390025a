namespace SmsPortal.Intake;

/// <summary>Limits of the intake.</summary>
public sealed class IntakeOptions
{
    /// <summary>Texts that may wait for a commit; above it webhooks are answered 503.</summary>
    public int QueueLength { get; set; } = 2_000;

    /// <summary>Texts in one commit.</summary>
    public int RowsPerCommit { get; set; } = 100;

    /// <summary>A commit that takes longer counts as failed; the sender tries again and meets the identity.</summary>
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>The intake's queue is full.</summary>
public sealed class IntakeBusyException() : Exception("Too many texts wait to be stored.");
