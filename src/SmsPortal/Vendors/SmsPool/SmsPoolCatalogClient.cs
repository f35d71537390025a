using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>The reading calls about what can be bought. Country and service go by the vendor's id or name.</summary>
internal sealed class SmsPoolCatalogClient(VendorSession session)
{
    /// <summary>country/retrieve_all (smspool:12-17).</summary>
    public Task<IReadOnlyList<SmsPoolCountry>> CountriesAsync(CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "country/retrieve_all", [], SmsPoolCountry.ReadList, cancellationToken);

    /// <summary>service/retrieve_all, of one country or of all (smspool:18-23).</summary>
    public Task<IReadOnlyList<SmsPoolNamed>> ServicesAsync(string? country, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "service/retrieve_all", [("country", country)], SmsPoolNamed.ReadList, cancellationToken);

    /// <summary>pool/retrieve_all, a newer call (field-notes 2.2).</summary>
    public Task<IReadOnlyList<SmsPoolNamed>> PoolsAsync(CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "pool/retrieve_all", [], SmsPoolNamed.ReadList, cancellationToken);

    /// <summary>request/price (smspool:42-51).</summary>
    public Task<SmsPoolQuote> PriceAsync(string country, string service, string? pool, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/price", [("country", country), ("service", service), ("pool", pool)], SmsPoolQuote.Read, cancellationToken);

    /// <summary>request/suggested_countries (smspool:62-67).</summary>
    public Task<IReadOnlyList<SmsPoolQuote>> SuggestedCountriesAsync(string service, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/suggested_countries", [("service", service)], SmsPoolQuote.ReadList, cancellationToken);

    /// <summary>request/success_rate, a newer call (field-notes 2.2).</summary>
    public Task<IReadOnlyList<SmsPoolQuote>> SuccessRatesAsync(string service, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/success_rate", [("service", service)], SmsPoolQuote.ReadList, cancellationToken);

    /// <summary>request/pricing, a newer call; never without both filters, since the whole list is 18 MB (field-notes 2.2).</summary>
    public Task<IReadOnlyList<SmsPoolQuote>> PricingAsync(string country, string service, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "request/pricing", [("country", country), ("service", service)], SmsPoolQuote.ReadList, cancellationToken);

    /// <summary>sms/stock, a newer call: how many numbers there are (field-notes 2.2).</summary>
    public Task<long> StockAsync(string country, string service, string? pool, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync(session, "sms/stock", [("country", country), ("service", service), ("pool", pool)], json => json.Number("amount") ?? throw new FormatException("The answer holds no amount."), cancellationToken);

    /// <summary>request/areacodes, a newer call whose answer is not shown: a list of codes, plain or as rows (field-notes 2.2).</summary>
    public Task<IReadOnlyList<string>> AreaCodesAsync(string country, string service, CancellationToken cancellationToken) =>
        SmsPoolCalls.ReadAsync<IReadOnlyList<string>>(session, "request/areacodes", [("country", country), ("service", service)], json => [.. SmsPoolRows.Of(json, "data", "areacodes", "area_codes").Select(AreaCode)], cancellationToken);

    private static string AreaCode(JsonElement json) =>
        json.AsText() ?? json.Text("areacode", "area_code", "code", "name", "ID") ?? throw new FormatException("A row has no area code.");
}
