namespace SmsPortal.Jobs;

/// <summary>When the job of an account runs.</summary>
public interface IAccountSchedule
{
    /// <summary>Makes the account's job run at that time, unless it runs earlier anyway.</summary>
    Task NudgeAsync(int accountId, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
