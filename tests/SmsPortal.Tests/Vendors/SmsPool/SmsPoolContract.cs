using SmsPortal.Tests.Vendors.Contract;
using SmsPortal.Vendors;
using SmsPortal.Vendors.SmsPool;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.Vendors.SmsPool;

public sealed class SmsPoolContract : VendorContract
{
    private const string Country = "1";

    public override IVendor Vendor => new SmsPoolVendor();

    public override string BasePath => "/smspool/";

    public override IReadOnlyDictionary<string, string> Credentials { get; } = new Dictionary<string, string> { ["key"] = "simsmspoolkey0000000000000000032" };

    public override IReadOnlyDictionary<string, Func<VendorWorld, CancellationToken, Task>> Probes { get; } =
        new Dictionary<string, Func<VendorWorld, CancellationToken, Task>>
        {
            ["country/retrieve_all"] = (world, stop) => Catalog(world).CountriesAsync(stop),
            ["service/retrieve_all"] = (world, stop) => Catalog(world).ServicesAsync(Country, stop),
            ["pool/retrieve_all"] = (world, stop) => Catalog(world).PoolsAsync(stop),
            ["request/price"] = async (world, stop) => await Catalog(world).PriceAsync(Country, await ServiceAsync(world, stop), pool: null, stop),
            ["request/suggested_countries"] = async (world, stop) => await Catalog(world).SuggestedCountriesAsync(await ServiceAsync(world, stop), stop),
            ["request/success_rate"] = async (world, stop) => await Catalog(world).SuccessRatesAsync(await ServiceAsync(world, stop), stop),
            ["request/pricing"] = async (world, stop) => await Catalog(world).PricingAsync(Country, await ServiceAsync(world, stop), stop),
            ["sms/stock"] = async (world, stop) => await Catalog(world).StockAsync(Country, await ServiceAsync(world, stop), pool: null, stop),
            ["request/areacodes"] = async (world, stop) => await Catalog(world).AreaCodesAsync(Country, await ServiceAsync(world, stop), stop),
            ["request/balance"] = (world, stop) => Orders(world).BalanceAsync(stop),
            ["request/active"] = (world, stop) => Orders(world).ActiveAsync(stop),
            ["request/history"] = (world, stop) => Orders(world).HistoryAsync(0, 10, stop),
            ["sms/check"] = async (world, stop) => await Orders(world).CheckAsync(Order(world).Line, stop),
            ["rental/retrieve_all"] = async (world, stop) =>
            {
                await Rentals(world).OffersAsync(extendable: false, stop);
                await Rentals(world).OffersAsync(extendable: true, stop);
            },
            ["rental/retrieve_status"] = (world, stop) => Rentals(world).StatusAsync(Rental(world, 0), stop),
            ["rental/retrieve_messages"] = (world, stop) => Rentals(world).MessagesAsync(Rental(world, 0), stop),
            ["rental/history"] = (world, stop) => Rentals(world).HistoryAsync(stop),
        };

    /// <summary>By turns to an order, to the rental that never sleeps, and to the one that does.</summary>
    public override Task ArriveAsync(VendorWorld world, string text, CancellationToken cancellationToken)
    {
        var turn = world.Simulator.Issued.Since().Count % 3;
        world.Simulator.Deliver(new Delivery { Vendor = Vendor.Key, Account = "default", Line = turn == 0 ? null : Rental(world, turn - 1), Text = text, Service = "Google" });
        return Task.CompletedTask;
    }

    private static IssuedText Order(VendorWorld world) => world.Simulator.Deliver(new Delivery { Vendor = "smspool", Account = "default", Text = "Your code is 00415" });

    private static string Rental(VendorWorld world, int index) => world.Simulator.SmsPool.Accounts[0].Rentals[index].Code;

    private static async Task<string> ServiceAsync(VendorWorld world, CancellationToken stop) => (await Catalog(world).ServicesAsync(Country, stop))[0].Id;

    private static SmsPoolCatalogClient Catalog(VendorWorld world) => new(world.Session);

    private static SmsPoolOrdersClient Orders(VendorWorld world) => new(world.Session);

    private static SmsPoolRentalsClient Rentals(VendorWorld world) => new(world.Session);
}
