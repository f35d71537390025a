using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SmsPortal.Jobs;

/// <summary>Steps of an account's job that failed although the account works (a call that its key may not make, an odd answer): each waits by itself, longer each time. Known to this node only; a restart costs one call.</summary>
internal sealed class PutOffs(TimeProvider time, IOptions<PollOptions> options)
{
    private readonly ConcurrentDictionary<(int Account, string Step), (int Failures, long Until)> _waiting = new();

    /// <summary>When the step is due: at <paramref name="dueAt"/> (null = at once), but not while it waits.</summary>
    public DateTimeOffset NotBefore(int accountId, string step, DateTimeOffset? dueAt)
    {
        var due = dueAt ?? DateTimeOffset.MinValue;
        var left = _waiting.TryGetValue((accountId, step), out var wait) ? time.GetElapsedTime(time.GetTimestamp(), wait.Until) : TimeSpan.Zero;
        var free = time.GetUtcNow() + left;
        return left > TimeSpan.Zero && free > due ? free : due;
    }

    public void Failed(int accountId, string step)
    {
        var failures = _waiting.TryGetValue((accountId, step), out var before) ? before.Failures + 1 : 1;
        _waiting[(accountId, step)] = (failures, time.GetTimestamp() + (long)(Step(failures, options.Value).TotalSeconds * time.TimestampFrequency));
    }

    public void Succeeded(int accountId, string step) => _waiting.TryRemove((accountId, step), out _);

    /// <summary>How long the n-th failure in a row waits.</summary>
    public static TimeSpan Step(int failures, PollOptions options)
    {
        var wait = options.FirstPutOff * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        return wait < options.LongestPutOff ? wait : options.LongestPutOff;
    }
}
