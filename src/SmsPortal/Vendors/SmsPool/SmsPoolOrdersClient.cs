namespace SmsPortal.Vendors.SmsPool;

/// <summary>The reading calls about the account and its orders.</summary>
internal sealed class SmsPoolOrdersClient(VendorSession session)
{
    /// <summary>request/balance: in the account's currency (smspool:24-29).</summary>
    public Task<decimal> BalanceAsync(CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/balance", [], json => json.Amount("balance") ?? throw new FormatException("The answer holds no balance."), cancellationToken);

    /// <summary>request/active: all live orders, with the text where it has come (smspool:36-41).</summary>
    public Task<IReadOnlyList<SmsPoolOrder>> ActiveAsync(CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/active", [], SmsPoolOrder.ReadList, cancellationToken);

    /// <summary>request/history: newest first; start and length are known to the newer call only (smspool:30-35, field-notes 2.2).</summary>
    public Task<IReadOnlyList<SmsPoolOrder>> HistoryAsync(int start, int length, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/history", [("start", Text(start)), ("length", Text(length))], SmsPoolOrder.ReadList, cancellationToken);

    /// <summary>sms/check: one order (smspool:87-99).</summary>
    public Task<SmsPoolCheck> CheckAsync(string orderCode, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "sms/check", [("orderid", orderCode)], SmsPoolCheck.Read, cancellationToken);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
