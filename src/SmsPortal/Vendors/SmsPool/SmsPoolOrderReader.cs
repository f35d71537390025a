namespace SmsPortal.Vendors.SmsPool;

/// <summary>
/// Reads the texts of all orders with one <c>request/active</c>. An order can leave that list with a text we have not seen (field-notes 2.2), so those without
/// a text are remembered in the cursor and asked for by <c>sms/check</c>. What may fail comes first: a call that throws has consumed nothing.
/// </summary>
internal sealed class SmsPoolOrderReader(VendorSession session)
{
    private const int ChecksAtOnce = 20;
    private const int MaxTries = 50;
    private const int MaxTriesNotFound = 5;
    private const int HistoryRows = 100;
    private static readonly TimeSpan OrderLife = TimeSpan.FromMinutes(10);
    private readonly SmsPoolOrdersClient _client = new(session);
    private readonly List<VendorMessage> _messages = [];
    private readonly Dictionary<string, SmsPoolCursor.Order> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private bool _gap;

    /// <summary>Everything new since the cursor.</summary>
    public async Task<MessageReading> ReadAsync(string? cursorText, CancellationToken cancellationToken)
    {
        var cursor = SmsPoolCursor.Parse(cursorText);
        var now = session.Time.GetUtcNow();
        var known = cursor?.Open ?? [];
        await CheckAsync([.. known.Where(order => order.Check).OrderBy(order => order.Tries).Take(ChecksAtOnce)], cancellationToken);
        if (cursor is null || now - cursor.At > OrderLife)
        {
            await ReadHistoryAsync(isFirst: cursor is null, cancellationToken);
        }

        var active = await _client.ActiveAsync(cancellationToken);
        Take(active, areLive: true);
        foreach (var order in known.Where(order => !_settled.Contains(order.Code)))
        {
            // Neither in the list nor settled: it left without its text.
            _open.TryAdd(order.Code, order with { Check = true });
        }

        var open = _open.Values.OrderByDescending(order => order.Check).Take(SmsPoolCursor.MaxOpen).ToList();
        _gap |= open.Count < _open.Count;
        return new MessageReading(
            [.. _messages.DistinctBy(message => message.Identity).OrderBy(message => message.At ?? now)],
            new SmsPoolCursor(now, open).ToString(),
            _gap,
            MoreNow: open.Exists(order => order is { Check: true, Tries: 0 }));
    }

    private async Task CheckAsync(IReadOnlyList<SmsPoolCursor.Order> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            try
            {
                var check = await _client.CheckAsync(order.Code, cancellationToken);
                if (check.FullText is { } text)
                {
                    _messages.Add(SmsPoolMapping.OrderMessage(order.Code, text, check.Code) with { Number = order.Number, Service = order.Service });
                    _settled.Add(order.Code);
                }
                else if (check.IsOver)
                {
                    _settled.Add(order.Code);
                }
                else
                {
                    Defer(order, MaxTries);
                }
            }
            catch (VendorException failure) when (failure.Failure.Kind is not (VendorFailureKind.RateLimited or VendorFailureKind.KeyRejected))
            {
                // One order that cannot be read must not stop the others; if the vendor is down, the list below fails too.
                Defer(order, failure.Failure.Kind == VendorFailureKind.NotFound ? MaxTriesNotFound : MaxTries);
            }
        }
    }

    private void Defer(SmsPoolCursor.Order order, int limit)
    {
        if (order.Tries + 1 < limit)
        {
            _open[order.Code] = order with { Tries = order.Tries + 1 };
            return;
        }

        _settled.Add(order.Code);
        _gap = true;
    }

    // Orders that came and went between two readings are in the history only.
    private async Task ReadHistoryAsync(bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            Take(await _client.HistoryAsync(0, HistoryRows, cancellationToken), areLive: false);
        }
        catch (VendorException failure) when (failure.Failure.Kind is VendorFailureKind.BadAnswer or VendorFailureKind.NotFound or VendorFailureKind.Refused)
        {
            _gap |= !isFirst;
        }
    }

    private void Take(IReadOnlyList<SmsPoolOrder> orders, bool areLive)
    {
        foreach (var order in orders.Where(order => !_settled.Contains(order.OrderCode)))
        {
            if (order.FullText is { } text)
            {
                _messages.Add(SmsPoolMapping.OrderMessage(order, text));
                _settled.Add(order.OrderCode);
                _open.Remove(order.OrderCode);
            }
            else if (order.Code is not null || areLive)
            {
                // A code without its text: sms/check has the text, which makes the identity the same on all ways.
                var tries = _open.GetValueOrDefault(order.OrderCode)?.Tries ?? 0;
                _open[order.OrderCode] = new SmsPoolCursor.Order(order.OrderCode, order.PhoneNumber, order.Service, Check: order.Code is not null, tries);
            }
        }
    }
}
