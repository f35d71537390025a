using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>An answer of <c>rental/retrieve_status</c>: <c>{"expiry":1654495533,"available":1,"phonenumber":"123456789","activeFor":90}</c> (smspool:160).</summary>
/// <param name="Available">True: texts can arrive now.</param>
/// <param name="ActiveFor">How long it stays so.</param>
/// <param name="ExpiresAt">The end of the rental.</param>
/// <param name="PhoneNumber">The number in the vendor's text.</param>
/// <param name="AutoExtend">Whether it is extended by itself; null in the older answers.</param>
internal sealed record SmsPoolRentalStatus(bool Available, TimeSpan? ActiveFor, DateTimeOffset? ExpiresAt, string? PhoneNumber, bool? AutoExtend)
{
    public static SmsPoolRentalStatus Read(JsonElement json)
    {
        var status = json.Member("status") ?? throw new FormatException("The rental has no status.");
        return new SmsPoolRentalStatus(
            status.Flag("available") ?? throw new FormatException("The rental's status does not say whether it is available."),
            status.Number("activeFor", "active_for") is { } seconds and >= 0 and < 86_400 ? TimeSpan.FromSeconds(seconds) : null,
            status.UnixTime("expiry"),
            status.Text("phonenumber"),
            status.Flag("auto_extend"));
    }
}

/// <summary>A text of a rental: <c>{"ID":6,"sender":null,"message":"Message 1","timestamp":"11 May 2022 18:39:54"}</c> (smspool:152). ID is the source, not an id.</summary>
internal sealed record SmsPoolRentalText(string Text, string? Sender, string? Time)
{
    /// <summary>The texts of an object keyed "0", "1", …, of a list, or of none: <c>[]</c> (field-notes 1.2 T10).</summary>
    public static IReadOnlyList<SmsPoolRentalText> ReadList(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("messages", out var messages))
        {
            throw new FormatException("The answer holds no messages.");
        }

        return messages.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array or JsonValueKind.Object => [.. messages.Items().Select(Read)],
            _ => throw new FormatException("The messages are not a list."),
        };
    }

    private static SmsPoolRentalText Read(JsonElement json) => new(
        Member(json, "message") ?? throw new FormatException("A message has no text."),
        Member(json, "sender"),
        Member(json, "timestamp"));

    private static string? Member(JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object }
        ? throw new FormatException($"There is a list in place of {name}.")
        : json.Text(name);
}

/// <summary>
/// A row of <c>rental/history</c>. The vendor's collection shows a ledger, <c>{"ID":3168,"action":"activate","cost":"10.00","rental":"ABCDEFGH","timestamp":"2023-11-25 21:32:03"}</c>,
/// with several rows for one rental; a plain list of rentals is read as well.
/// </summary>
/// <param name="RentalCode">The rental.</param>
/// <param name="Action">activate, extend, refund, …; null in a plain list.</param>
/// <param name="At">When it happened.</param>
/// <param name="PhoneNumber">The number, in a plain list.</param>
/// <param name="ExpiresAt">The end, in a plain list.</param>
internal sealed record SmsPoolRentalEntry(string RentalCode, string? Action, DateTimeOffset? At, string? PhoneNumber, DateTimeOffset? ExpiresAt)
{
    public static IReadOnlyList<SmsPoolRentalEntry> ReadList(JsonElement json) => [.. SmsPoolRows.Of(json, "data", "rentals", "history").Select(Read)];

    private static SmsPoolRentalEntry Read(JsonElement json) => new(
        json.Text("rental_code", "rental", "code") is { Length: > 0 } code ? code : throw new FormatException("A rental of the list has no code."),
        json.Text("action", "status"),
        SmsPoolTime.Parse(json.Text("timestamp")),
        json.Text("phonenumber", "number"),
        SmsPoolTime.Parse(json.Text("expiry", "expiration")));
}

/// <summary>A rental on offer (smspool:129, newer form in field-notes 2.2). The id 0 is a valid id.</summary>
/// <param name="Id">What to send as <c>id</c>.</param>
/// <param name="Name">The country.</param>
/// <param name="Region">The continent.</param>
/// <param name="Prices">Price by number of days, in the account's currency.</param>
internal sealed record SmsPoolRentalOffer(string Id, string? Name, string? Region, IReadOnlyDictionary<int, decimal> Prices)
{
    public static IReadOnlyList<SmsPoolRentalOffer> ReadList(JsonElement json) => json.Member("data") is { } data ? Read(data) : Read(json);

    private static IReadOnlyList<SmsPoolRentalOffer> Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().Select((row, index) => Read(row.Text("ID", "id") ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture), row))],
        JsonValueKind.Object => [.. json.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object).Select(member => Read(member.Value.Text("ID", "id") ?? member.Name, member.Value))],
        _ => throw new FormatException("The answer holds no rentals."),
    };

    private static SmsPoolRentalOffer Read(string id, JsonElement json) => new(id, json.Text("name"), json.Text("region"), Days(json.Member("pricing")));

    // "{\"7\":18,\"14\":25,\"30\":30}": JSON inside a JSON text (field-notes 1.2 T9).
    private static Dictionary<int, decimal> Days(JsonElement? pricing)
    {
        var prices = pricing is { ValueKind: JsonValueKind.String } text ? LenientJson.Parse(new VendorAnswer(200, text.AsText()!, CallEffect.None)) : pricing;
        if (prices is not { ValueKind: JsonValueKind.Object } days)
        {
            throw new FormatException("A rental has no prices.");
        }

        return days.EnumerateObject()
            .Where(day => int.TryParse(day.Name, System.Globalization.CultureInfo.InvariantCulture, out _) && days.Amount(day.Name) is not null)
            .ToDictionary(day => int.Parse(day.Name, System.Globalization.CultureInfo.InvariantCulture), day => days.Amount(day.Name)!.Value);
    }
}
