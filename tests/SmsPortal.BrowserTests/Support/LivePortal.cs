using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Tests.Support;
using SmsPortal.VendorSimulator;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.BrowserTests.Support;

/// <summary>
/// A portal in a process of its own with the simulator's five accounts, started as the demo is but without the demo's people and past. People and grants are
/// made through the portal's own rooms on the same database, as another node would.
/// </summary>
public sealed class LivePortal(Chromium chromium) : IAsyncLifetime
{
    public const string Password = "seven quiet harbours";
    private const string FilledSign = "The demo is filled";
    private WebApplication _simulator = null!;
    private ServiceProvider _rooms = null!;
    private ChildPortal _portal = null!;
    private string _connectionString = "";
    private string _folder = "";
    private Viewer _admin = null!;
    private int _people;

    public Simulator Simulator { get; private set; } = null!;

    internal ChildPortal Process => _portal;

    public T Get<T>()
        where T : notnull => _rooms.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _simulator = SimulatorHost.Build([], options => (options.Url, options.Profile, options.WebhookRetrySeconds) = ("http://127.0.0.1:0", Tempo.Fast, 2));
        await _simulator.StartAsync();
        Simulator = _simulator.Services.GetRequiredService<Simulator>();
        _folder = Directory.CreateTempSubdirectory("smsportal-browser-").FullName;
        await PrepareDatabaseAsync();
        _portal = new ChildPortal(FreePort.Find(), new Dictionary<string, string>
        {
            ["SMSPORTAL_DATA"] = _folder, ["SMSPORTAL_CONNECTION_STRING"] = _connectionString, ["SMSPORTAL_DEMO"] = "1", ["SMSPORTAL_DEMO_SIMULATOR"] = _simulator.Urls.First(),
        });
        await StartAsync();
        _admin = new Viewer((await AddPersonAsync(isAdmin: true)).Id, SeesAll: true, ReadUpTo: 0);
    }

    /// <summary>Where a simulated vendor answers, by its path.</summary>
    public string AddressOf(string path) => $"{_simulator.Urls.First()}/{path}";

    /// <summary>Starts the portal (again) and stops the texts that a demo makes up: from then on only those arrive that a test sends.</summary>
    public async Task StartAsync()
    {
        await _portal.StartAsync(FilledSign);
        Simulator.Act(() => Simulator.Arrivals.SetRate(0));
    }

    public async Task<(Guid Id, string Email)> AddPersonAsync(bool isAdmin = false)
    {
        var email = $"person{++_people}@example.org";
        var made = await Get<PeopleDesk>().CreateAsync(new NewPerson { Email = email, DisplayName = "Person " + _people, Password = Password, IsAdmin = isAdmin }, CancellationToken.None);
        made.Problems.ShouldBeEmpty();
        return (made.Id!.Value, email);
    }

    public async Task GrantAsync(Guid person, params IEnumerable<long> lines)
    {
        foreach (var line in lines)
        {
            (await Get<GrantDesk>().GrantAsync(_admin, new NewGrant(GrantTarget.Line(line), GrantHolder.Person(person)), CancellationToken.None)).ShouldBeNull();
        }
    }

    /// <summary>A tab of a new member who may read the lines, with the inbox open and listening.</summary>
    public async Task<PersonTab> OpenInboxAsync(params IEnumerable<long> lines)
    {
        var (id, email) = await AddPersonAsync();
        await GrantAsync(id, lines);
        var tab = await PersonTab.OpenAsync(chromium.Browser, _portal.Address);
        await tab.SignInAsync(email, Password);
        await tab.InboxReadyAsync();
        return tab;
    }

    public Task<PersonTab> OpenTabAsync(Microsoft.Playwright.BrowserNewContextOptions? options = null) => PersonTab.OpenAsync(chromium.Browser, _portal.Address, options);

    /// <summary>A line of the vendor that texts can be sent to again and again.</summary>
    public Task<KnownLine> FindLineAsync(string vendor, int which = 0) => vendor switch
    {
        "coolsms" => ListedAsync(vendor, Simulator.Act(() => Simulator.CoolSms.Accounts[0].Lines[which].Number)),
        "smspool" => ListedAsync(vendor, Simulator.Act(() => Simulator.SmsPool.Accounts[0].Rentals[which].Number)),
        "smspins" => CheckedAsync(Simulator.Act(() => Simulator.SmsPins.Accounts[0].Telephones[which].Number)),
        _ => LearnedAsync(vendor),
    };

    // The vendor lists its lines; what their first complete reading returns would be history.
    private async Task<KnownLine> ListedAsync(string vendor, string number)
    {
        long? id = null;
        await Eventually.TrueAsync(async () => (id = await ScalarAsync<long?>("SELECT id FROM phone_line WHERE number LIKE '%' || $1 AND history_read_at IS NOT NULL", number)) is not null, $"a line of {vendor}");
        return new KnownLine(vendor, id!.Value, number);
    }

    // SMSPins shows a text only after a check: its own repeated checking is on, and somebody looks at the line.
    private async Task<KnownLine> CheckedAsync(string number)
    {
        var line = await ListedAsync("smspins", number);
        await new AutoChecks(Get<NpgsqlDataSource>()).SetWantedAsync(line.Id, wanted: true, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        await ScalarAsync<int>("UPDATE phone_line SET watched_until = now() + interval '1 hour' WHERE id = $1", line.Id);
        return line;
    }

    // These vendors list no lines: a first text shows where texts hang.
    private async Task<KnownLine> LearnedAsync(string vendor)
    {
        var first = $"First of {vendor} {Guid.NewGuid():n}";
        var issued = Simulator.Deliver(new Delivery { Vendor = vendor, Text = first });
        long? id = null;
        await Eventually.TrueAsync(async () => (id = await ScalarAsync<long?>("SELECT line_id FROM message WHERE body = $1", first)) is not null, $"the first text of {vendor}");
        return new KnownLine(vendor, id!.Value, issued.Number);
    }

    /// <summary>A text arrives at the vendor.</summary>
    public IssuedText DeliverTo(KnownLine line, string text) => Simulator.Deliver(new Delivery { Vendor = line.Vendor, Text = text, Number = line.Number });

    public async Task<T?> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _rooms.DisposeAsync();
        await _simulator.StopAsync();
        await _simulator.DisposeAsync();
        await TestDatabase.DropDatabaseAsync(_connectionString);
        Directory.Delete(_folder, recursive: true);
    }

    // Marked as filled before the first start, so that the demo connects its accounts and makes up nothing.
    private async Task PrepareDatabaseAsync()
    {
        _connectionString = await TestDatabase.CreateDatabaseAsync();
        await using (var connection = new NpgsqlConnection(_connectionString))
        {
            await connection.OpenAsync();
            await DatabaseKind.ClaimAsync(connection, demo: true, CancellationToken.None);
        }

        await PortalMigrator.MigrateAsync(_connectionString);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(_connectionString);
        services.AddPeople();
        _rooms = services.BuildServiceProvider();
        await Get<SetUpDesk>().MakeRolesAsync(CancellationToken.None);
        await Get<SettingStore>().SetAsync("demo-seeded", "by the browser tests", CancellationToken.None);
    }
}

/// <summary>A line of a vendor, and the number that texts are sent to.</summary>
public sealed record KnownLine(string Vendor, long Id, string Number);
