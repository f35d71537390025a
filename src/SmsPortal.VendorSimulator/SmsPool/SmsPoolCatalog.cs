namespace SmsPortal.VendorSimulator.SmsPool;

public sealed record SmsPoolCountry(int Id, string Name, string Region, string ShortName, string CallingCode, decimal Factor);

public sealed record SmsPoolService(int Id, string Name, decimal BasePrice);

/// <param name="SuccessRate">Percent; the dearer pools succeed more often.</param>
public sealed record SmsPoolPool(int Id, string Name, decimal Factor, int SuccessRate);

/// <param name="Pricing">Days and price.</param>
/// <param name="Source">The pool number that rental messages carry as their ID.</param>
public sealed record SmsPoolRentalOffer(int Id, string Name, string Region, string CallingCode, bool Extendable, int Source, IReadOnlyDictionary<int, decimal> Pricing);

/// <summary>What SMSPool sells. Prices and stock can be set by tests; the rest follows from the numbers.</summary>
public sealed class SmsPoolCatalog
{
    public const int Foxtrot = 7;

    private readonly Dictionary<(int Country, int Service, int Pool), decimal> _prices = [];
    private readonly Dictionary<(int Country, int Service, int Pool), int> _stock = [];

    public IReadOnlyList<SmsPoolCountry> Countries { get; } =
    [
        new(1, "United States", "Americas", "US", "1", 1.0m), new(2, "United Kingdom", "Europe", "GB", "44", 0.6m),
        new(3, "Netherlands", "Europe", "NL", "31", 0.9m), new(23, "France", "Europe", "FR", "33", 0.8m),
        new(24, "Germany", "Europe", "DE", "49", 1.2m), new(53, "Mexico", "Americas", "MX", "52", 0.4m),
        new(52, "Thailand", "Asia", "TH", "66", 0.3m), new(149, "Czech Republic", "Europe", "CZ", "420", 0.5m),
    ];

    public IReadOnlyList<SmsPoolService> Services { get; } =
    [
        new(1, "1688", 0.20m), new(2, "1Q", 0.15m), new(39, "Amazon / AWS", 0.30m), new(51, "Apple", 0.40m), new(223, "Coinbase", 0.90m),
        new(265, "Discord", 0.25m), new(329, "Facebook", 0.30m), new(395, "Google/Gmail", 0.60m), new(457, "Instagram", 0.25m),
        new(551, "Microsoft/Outlook", 0.20m), new(659, "PayPal", 0.80m), new(817, "Steam", 0.22m), new(907, "Telegram", 0.70m),
        new(925, "TikTok", 0.28m), new(951, "Uber", 0.33m), new(1012, "WhatsApp", 0.75m),
    ];

    public IReadOnlyList<SmsPoolPool> Pools { get; } =
    [
        new(1, "Alpha", 0.8m, 62), new(2, "Bravo", 1.0m, 75), new(3, "Charlie", 0.9m, 68), new(4, "Delta", 1.2m, 85),
        new(5, "Echo", 1.1m, 80), new(Foxtrot, "Foxtrot", 1.4m, 95),
    ];

    public IReadOnlyList<SmsPoolRentalOffer> Rentals { get; } =
    [
        new(0, "United States", "Americas", "1", true, 6, new Dictionary<int, decimal> { [7] = 18, [14] = 25, [30] = 30 }),
        new(1, "United Kingdom", "Europe", "44", true, 8, new Dictionary<int, decimal> { [7] = 12, [30] = 24 }),
        new(2, "United States", "Americas", "1", false, 6, new Dictionary<int, decimal> { [1] = 4, [3] = 9 }),
        new(3, "Netherlands", "Europe", "31", false, 9, new Dictionary<int, decimal> { [1] = 5, [7] = 16 }),
    ];

    /// <summary>By number, short name or name, as the document allows (smspool:48).</summary>
    public SmsPoolCountry? Country(string? text) => Countries.FirstOrDefault(country =>
        country.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == text || Same(country.ShortName, text) || Same(country.Name, text));

    public SmsPoolService? Service(string? text) => Services.FirstOrDefault(service =>
        service.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == text || Same(service.Name, text));

    public SmsPoolPool? Pool(string? text) => Pools.FirstOrDefault(pool =>
        pool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == text || Same(pool.Name, text));

    /// <summary>The pools that sell a service in a country, whatever their stock.</summary>
    public IReadOnlyList<SmsPoolPool> Offering(SmsPoolCountry country, SmsPoolService service) =>
        Pools.Where(pool => Sells(country, service, pool)).ToList();

    public decimal Price(SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool) =>
        _prices.TryGetValue((country.Id, service.Id, pool.Id), out var price) ? price
        : Math.Max(0.05m, decimal.Round(service.BasePrice * country.Factor * pool.Factor, 2));

    public int Stock(SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool) =>
        _stock.GetValueOrDefault((country.Id, service.Id, pool.Id), 100 + (service.Id % 37 * pool.Id));

    public void SetPrice(SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool, decimal price) =>
        _prices[(country.Id, service.Id, pool.Id)] = price;

    public void SetStock(SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool, int stock) =>
        _stock[(country.Id, service.Id, pool.Id)] = stock;

    // The United States sell everything but 1Q, which only the United Kingdom has; elsewhere every fourth pool lacks a service.
    private static bool Sells(SmsPoolCountry country, SmsPoolService service, SmsPoolPool pool) => service.Id == 2
        ? country.Id == 2
        : country.Id == 1 || (pool.Id != Foxtrot && (country.Id + service.Id + pool.Id) % 4 != 0);

    private static bool Same(string name, string? text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);
}
