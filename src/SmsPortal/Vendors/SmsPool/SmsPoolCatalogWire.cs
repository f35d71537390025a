using System.Text.Json;

namespace SmsPortal.Vendors.SmsPool;

/// <summary>A country: <c>{"ID":"1","name":"United States","region":"Americas"}</c>, newer with short_name (smspool:17).</summary>
internal sealed record SmsPoolCountry(string Id, string Name, string? Region, string? ShortName)
{
    public static IReadOnlyList<SmsPoolCountry> ReadList(JsonElement json) =>
        [.. SmsPoolRows.Of(json, "data").Select(row => new SmsPoolCountry(SmsPoolNamed.IdOf(row), SmsPoolNamed.NameOf(row), row.Text("region"), row.Text("short_name")))];
}

/// <summary>A service or a pool: <c>{"ID":"1","name":"1688"}</c> (smspool:23).</summary>
internal sealed record SmsPoolNamed(string Id, string Name)
{
    public static IReadOnlyList<SmsPoolNamed> ReadList(JsonElement json) => [.. SmsPoolRows.Of(json, "data").Select(row => new SmsPoolNamed(IdOf(row), NameOf(row)))];

    internal static string IdOf(JsonElement json) => json.Text("ID", "id") ?? throw new FormatException("A row has no ID.");

    internal static string NameOf(JsonElement json) => json.Text("name") ?? throw new FormatException("A row has no name.");
}

/// <summary>A price for a country, service and pool, of <c>request/price</c>, <c>suggested_countries</c>, <c>success_rate</c> and <c>pricing</c> (smspool:49,67; field-notes 2.2).</summary>
/// <param name="Price">In the account's currency.</param>
internal sealed record SmsPoolQuote(decimal Price)
{
    /// <summary>The vendor's country id.</summary>
    public string? Country { get; init; }

    /// <summary>The country's name.</summary>
    public string? CountryName { get; init; }

    /// <summary>ISO country.</summary>
    public string? ShortName { get; init; }

    /// <summary>The vendor's service id.</summary>
    public string? Service { get; init; }

    /// <summary>The pool's number.</summary>
    public string? Pool { get; init; }

    /// <summary>Per cent.</summary>
    public decimal? SuccessRate { get; init; }

    /// <summary>The highest price asked, where the vendor says it.</summary>
    public decimal? HighPrice { get; init; }

    /// <summary>The lowest price asked, where the vendor says it.</summary>
    public decimal? LowPrice { get; init; }

    public static SmsPoolQuote Read(JsonElement json) => new(json.Amount("price") ?? throw new FormatException("There is no price."))
    {
        Country = json.Text("country_id", "country"),
        CountryName = json.Text("name", "country_name"),
        ShortName = json.Text("short_name"),
        Service = json.Text("service"),
        Pool = json.Text("pool"),
        SuccessRate = json.Amount("success_rate"),
        HighPrice = json.Amount("high_price"),
        LowPrice = json.Amount("low_price"),
    };

    public static IReadOnlyList<SmsPoolQuote> ReadList(JsonElement json) => [.. SmsPoolRows.Of(json, "data").Select(Read)];
}
