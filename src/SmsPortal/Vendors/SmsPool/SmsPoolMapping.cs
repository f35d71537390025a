using System.Globalization;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>From the vendor's words to ours.</summary>
internal static class SmsPoolMapping
{
    /// <summary>An active order as a line.</summary>
    public static VendorLine Line(SmsPoolOrder order) => new(order.OrderCode, LineKind.OneTime)
    {
        Number = order.PhoneNumber,
        Service = order.Service,
        Country = order.ShortName,
        ExpiresAt = order.ExpiresAt,
        AddedAt = order.OrderedAt,
        State = order.Status,
    };

    /// <summary>The rentals of the history, each once, without those whose last entry is a refund.</summary>
    public static IEnumerable<VendorLine> Lines(IReadOnlyList<SmsPoolRentalEntry> entries) =>
        from rental in entries.GroupBy(entry => entry.RentalCode)
        let newest = rental.MaxBy(entry => entry.At ?? DateTimeOffset.MinValue)!
        where newest.Action?.StartsWith("refund", StringComparison.OrdinalIgnoreCase) != true
        select new VendorLine(rental.Key, LineKind.Rental)
        {
            Number = rental.Select(entry => entry.PhoneNumber).FirstOrDefault(number => number is not null),
            ExpiresAt = rental.Max(entry => entry.ExpiresAt),
            AddedAt = rental.Min(entry => entry.At),
            State = newest.Action,
        };

    /// <summary>What the status says of the rental, at <paramref name="now"/>.</summary>
    public static LineCondition Condition(SmsPoolRentalStatus status, DateTimeOffset now) =>
        new(status.Available, status is { Available: true, ActiveFor: { } rest } ? now + rest : null, status.ExpiresAt, status.PhoneNumber);

    /// <summary>The text of an order, whichever way it came.</summary>
    /// <remarks>
    /// The identity is order code + resend number + full text (domain.md). No way that shows a text also shows the resend's number (smspool:95, field-notes 2.2),
    /// so it is 0 for all three ways: a resend that brings the very same text again is the same message.
    /// </remarks>
    public static VendorMessage OrderMessage(string orderCode, string fullText, string? code) => new()
    {
        Identity = new VendorIdentity(VendorIdentity.Join(orderCode, "0", fullText)),
        LineKey = orderCode,
        LineKind = LineKind.OneTime,
        OrderKey = orderCode,
        Text = fullText,
        VendorCode = code,
    };

    /// <summary>The text of a row of <c>request/active</c> or <c>request/history</c> that holds a whole text.</summary>
    public static VendorMessage OrderMessage(SmsPoolOrder order, string fullText) => OrderMessage(order.OrderCode, fullText, order.Code) with
    {
        Number = order.PhoneNumber,
        Service = order.Service,
        At = order.CompletedAt,
        Price = order.Price,
    };

    /// <summary>The texts of a rental, oldest first; the vendor gives the newest first.</summary>
    public static IReadOnlyList<VendorMessage> RentalMessages(string rentalCode, string? number, IReadOnlyList<SmsPoolRentalText> texts)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. texts.Reverse().Select(text => RentalMessage(rentalCode, number, text, seen)).OrderBy(message => message.At ?? DateTimeOffset.MinValue)];
    }

    private static VendorMessage RentalMessage(string rentalCode, string? number, SmsPoolRentalText text, Dictionary<string, int> seen)
    {
        // The same moment in both forms: "11 May 2022 18:39:54" and "2022-05-11 18:39:54".
        var at = SmsPoolTime.Parse(text.Time);
        var time = at?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? text.Time;
        var identity = VendorIdentity.Join(rentalCode, time, text.Sender, text.Text);
        seen[identity] = seen.GetValueOrDefault(identity) + 1;
        return new VendorMessage
        {
            Identity = new VendorIdentity(identity, seen[identity]),
            LineKey = rentalCode,
            LineKind = LineKind.Rental,
            Number = number,
            Sender = text.Sender,
            Text = text.Text,
            At = at,
        };
    }
}
