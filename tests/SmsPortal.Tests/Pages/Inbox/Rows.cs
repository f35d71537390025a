using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;
using SmsPortal.Web.Pages.Inbox;

namespace SmsPortal.Tests.Pages.Inbox;

/// <summary>Rows for tests of the list.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A row whose text came <paramref name="minute"/> minutes after noon; the id says when it was stored.</summary>
    public static MessageRow At(long id, int minute) => new(Message(id, minute), Line(), "", "");

    /// <summary>Rows <paramref name="from"/> down to <paramref name="to"/>, each a minute older than the one before: as a page comes.</summary>
    public static IReadOnlyList<MessageRow> Page(int from, int to) => [.. Enumerable.Range(to, from - to + 1).Reverse().Select(id => At(id, id))];

    public static StoredMessage Message(long id, int minute = 0, string body = "Your code is 4821", string? sender = "Uber") => new(
        id, 1, 5, true, sender, "+12125550101", body, "4821", "4821", null, null, null, null, null, Noon.AddMinutes(minute), Noon.AddMinutes(minute), ArrivalWay.Poll, true, false, true);

    public static LineRow Line(string? label = "Driver tests") => new()
    {
        Id = 5, AccountId = 1, VendorKey = "smspool", AccountName = "Test", LineKey = "key", Kind = LineKind.Rental, Label = label, Number = "2125550101", E164 = "+12125550101", Groups = ["QA"],
    };
}
