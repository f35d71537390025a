using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using SmsPortal.Live;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Vendors;

namespace SmsPortal.Jobs;

/// <summary>
/// What the tabs of this node look at. Every ten seconds, and at once for a new tab, it is written beside the lines and accounts concerned, their next poll is moved
/// forward (never below the vendor's floor since the last one), and their jobs are nudged. A node that dies stops saying so, and the polls slow down by themselves.
/// </summary>
public sealed class Watch(WatchedLines store, VendorRegistry vendors, IAccountSchedule schedule, TimeProvider time, IOptions<GateOptions> gate, ILogger<Watch> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromMilliseconds(300);
    private readonly ConcurrentDictionary<Handle, byte> _handles = new();
    private readonly SemaphoreSlim _news = new(0);

    /// <summary>Somebody waits for a text on the line, until the handle is disposed.</summary>
    public IDisposable WatchLine(long lineId) => Add(new Handle(this, lineId, null));

    /// <summary>Somebody has the Inbox open, until the handle is disposed.</summary>
    public IDisposable WatchInbox(AccessScope scope) => Add(new Handle(this, null, scope));

    /// <summary>Writes what is watched now.</summary>
    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var handles = _handles.Keys.ToList();
        var dues = new List<AccountDue>();
        if (handles.Where(handle => handle.Scope is not null).Select(handle => handle.Scope!).ToList() is { Count: > 0 } inboxes)
        {
            var lines = inboxes.Exists(scope => scope.Lines is null) ? null : inboxes.SelectMany(scope => scope.Lines!.Keys).ToHashSet();
            dues.AddRange(await store.OpenInboxAsync(lines, vendors.All, gate.Value.PaceFactor, now, now + Lasts, cancellationToken));
        }

        if (handles.Where(handle => handle.LineId is not null).Select(handle => handle.LineId!.Value).Distinct().ToList() is { Count: > 0 } watched)
        {
            dues.AddRange(await store.WatchAsync(watched, vendors.All, gate.Value.PaceFactor, now, now + Lasts, cancellationToken));
        }

        foreach (var account in dues.GroupBy(due => due.AccountId))
        {
            await schedule.NudgeAsync(account.Key, account.Min(due => due.DueAt), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeatAsync(stoppingToken);

                // Many tabs that open together are one beat.
                await Task.Delay(BetweenBeats, time, stoppingToken);
                await _news.WaitAsync(Beat, stoppingToken);
                while (_news.Wait(0, stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning("What is watched could not be written: {Reason}", failure.Message);
                await Task.Delay(Beat, time, stoppingToken);
            }
        }
    }

    private Handle Add(Handle handle)
    {
        _handles[handle] = 0;
        _news.Release();
        return handle;
    }

    private sealed class Handle(Watch watch, long? lineId, AccessScope? scope) : IDisposable
    {
        public long? LineId { get; } = lineId;

        public AccessScope? Scope { get; } = scope;

        public void Dispose() => watch._handles.TryRemove(this, out _);
    }
}
