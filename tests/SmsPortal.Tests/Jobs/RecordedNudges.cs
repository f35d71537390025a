using SmsPortal.Jobs;

namespace SmsPortal.Tests.Jobs;

/// <summary>Remembers who was to run when.</summary>
internal sealed class RecordedNudges : IAccountSchedule
{
    public List<(int Account, DateTimeOffset DueAt)> All { get; } = [];

    public IEnumerable<int> Accounts => All.Select(nudge => nudge.Account);

    public Task NudgeAsync(int accountId, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        All.Add((accountId, dueAt));
        return Task.CompletedTask;
    }
}
