namespace SmsPortal.Vendors.SmsPool;

/// <summary>The reading calls about rentals.</summary>
internal sealed class SmsPoolRentalsClient(VendorSession session)
{
    /// <summary>The name in <see cref="VendorSession.Memory"/> of the status path that works when it is not the documented one.</summary>
    public const string StatusPathFact = "smspool.retrieve_status";

    /// <summary>The name in <see cref="VendorSession.Memory"/> of the fact that rental/history answers 404.</summary>
    public const string NoHistoryFact = "smspool.no-rental-history";

    private const string DocumentedStatusPath = "rental/retrieve_status.php";
    private const string NewerStatusPath = "rental/retrieve_status";

    /// <summary>rental/retrieve_all: what can be rented (smspool:123-131).</summary>
    /// <param name="extendable">True: type 1, extendable; false: type 0, one-time (field-notes 1.2 T12).</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    public Task<IReadOnlyList<SmsPoolRentalOffer>> OffersAsync(bool extendable, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "rental/retrieve_all", [("type", extendable ? "1" : "0")], SmsPoolRentalOffer.ReadList, cancellationToken);

    /// <summary>rental/retrieve_status.php, or without the suffix where that answers 404, and the other way round (smspool:154-163, field-notes 1.2 T3).</summary>
    public async Task<SmsPoolRentalStatus> StatusAsync(string rentalCode, CancellationToken cancellationToken)
    {
        var path = session.Memory.Get<string>(StatusPathFact) ?? DocumentedStatusPath;
        var answer = await SmsPoolCalls.SendAsync(session, path, [("rental_code", rentalCode)], cancellationToken);
        if (SmsPoolFailures.IsNoSuchCall(answer))
        {
            path = path == DocumentedStatusPath ? NewerStatusPath : DocumentedStatusPath;
            answer = await SmsPoolCalls.SendAsync(session, path, [("rental_code", rentalCode)], cancellationToken);
            if (!SmsPoolFailures.IsNoSuchCall(answer))
            {
                session.Memory.Set(StatusPathFact, path);
            }
        }

        return SmsPoolCalls.Believe(answer, SmsPoolRentalStatus.Read);
    }

    /// <summary>rental/retrieve_messages: call the status before (smspool:146-153,163).</summary>
    public Task<IReadOnlyList<SmsPoolRentalText>> MessagesAsync(string rentalCode, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "rental/retrieve_messages", [("rental_code", rentalCode)], SmsPoolRentalText.ReadList, cancellationToken);

    /// <summary>rental/history, a newer call (field-notes 2.2): null where the vendor does not have it, which is remembered.</summary>
    public async Task<IReadOnlyList<SmsPoolRentalEntry>?> HistoryAsync(CancellationToken cancellationToken)
    {
        if (session.Memory.Get<object>(NoHistoryFact) is not null)
        {
            return null;
        }

        var answer = await SmsPoolCalls.SendAsync(session, "rental/history", [], cancellationToken);
        if (answer.Status == 404)
        {
            session.Memory.Set(NoHistoryFact, true);
            return null;
        }

        return SmsPoolCalls.Believe(answer, SmsPoolRentalEntry.ReadList);
    }
}
