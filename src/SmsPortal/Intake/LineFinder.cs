using System.Collections.Concurrent;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Intake;

/// <summary>Finds the line a text hangs from, by the vendor's key; GetSMS also by number. Unknown ones are made; the ids never change, so they are remembered.</summary>
public sealed class LineFinder(LineWriter writer)
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<(int Account, string Key), long> _known = new();

    internal async ValueTask<long> FindAsync(int accountId, VendorMessage message, CancellationToken cancellationToken)
    {
        if (!message.LineByNumber)
        {
            // A known line stays as it is: the text may be older than the number it carries now.
            return await RememberedAsync(accountId, message.LineKey, async () => await writer.FindByKeyAsync(accountId, message.LineKey, cancellationToken)
                ?? await writer.EnsureAsync(accountId, LineOf(message, message.LineKey, message.LineKind), cancellationToken));
        }

        if (message.LineKind != LineKind.Found)
        {
            if (_known.TryGetValue((accountId, message.LineKey), out var known))
            {
                return known;
            }

            if (await writer.FindByKeyAsync(accountId, message.LineKey, cancellationToken) is { } byKey)
            {
                return Remember(accountId, message.LineKey, byKey);
            }
        }

        // Who held the number when the text came: it may be held by another line now.
        if (message.Number is { } number && await writer.FindHoldAsync(accountId, number, message.At, cancellationToken) is { } byNumber)
        {
            return byNumber;
        }

        return await writer.EnsureAsync(accountId, LineOf(message, $"mdn:{message.Number}", LineKind.Found), cancellationToken);
    }

    private static VendorLine LineOf(VendorMessage message, string key, LineKind kind) => new(key, kind) { Number = kind == LineKind.TwoWay ? null : message.Number, Service = kind == LineKind.OneTime ? message.Service : null };

    private async ValueTask<long> RememberedAsync(int accountId, string key, Func<Task<long>> make) =>
        _known.TryGetValue((accountId, key), out var id) ? id : Remember(accountId, key, await make());

    private long Remember(int accountId, string key, long id)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known[(accountId, key)] = id;
    }
}
