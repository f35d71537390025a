using System.Globalization;
using SmsPortal.Http;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.VendorAccess;
using SmsPortal.Web.Hosting;
using SmsPortal.Web.Webhooks;

namespace SmsPortal.Web.Demo;

/// <summary>
/// Fills a demo: people, five accounts at the simulator, a week of history, teams and groups, then texts that keep arriving. A second start finds its data and only
/// points the accounts to the new simulator, which has forgotten the old one's texts.
/// </summary>
internal sealed class DemoSeed(
    PortalOptions options, OutboundHttp http, SettingStore settings, PeopleDesk people, AccountDesk accounts, AccountQueries accountQueries, AccountWriter accountWriter, WebhookPaths paths,
    DemoAccess access, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoSeed> log) : BackgroundService
{
    private const string Seeded = "demo-seeded";
    private const int HistoryDays = 7;
    private const int TextsPerDay = 60;
    private const int ArrivalsPerMinute = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        var control = new SimulatorControl(http, new Uri(options.DemoSimulator!.GetLeftPart(UriPartial.Authority) + "/"));
        try
        {
            // With a time the demo's week looks like one; the vendor's document leaves it open.
            await control.PostAsync("settings", new { coolSmsMessageTime = "unix" }, stoppingToken);
            var first = await settings.GetAsync(Seeded, stoppingToken) is null;
            if (first)
            {
                await control.PostAsync("seed-history", new { days = HistoryDays, perDay = TextsPerDay }, stoppingToken);
                await MakePeopleAsync(stoppingToken);
            }

            SaySignIns();
            await ConnectAsync(control, stoppingToken);
            await HookAsync(control, stoppingToken);
            if (first)
            {
                await HistoryAsync(stoppingToken);
                await access.ShareAsync(stoppingToken);
                await settings.SetAsync(Seeded, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), stoppingToken);
            }

            await control.PostAsync("arrivals", new { perMinute = ArrivalsPerMinute }, stoppingToken);
            log.LogInformation("The demo is filled; texts arrive about every {Seconds} s", 60 / ArrivalsPerMinute);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The demo could not be filled. Start again, or remove the folder 'demo' below the data folder and start anew");
        }
    }

    private static void SaySignIns()
    {
        PortalStart.Say("demo sign-ins, all with the password " + DemoPeople.Password);
        foreach (var person in DemoPeople.All)
        {
            PortalStart.Say($"  {person.Email,-20} {person.Name} ({(person.IsAdmin ? "admin, sees everything" : $"member, team {person.Team}")})");
        }
    }

    private async Task MakePeopleAsync(CancellationToken cancellationToken)
    {
        foreach (var person in DemoPeople.All)
        {
            // A start that was cut off has made some of them.
            await people.CreateAsync(new NewPerson { Email = person.Email, DisplayName = person.Name, Password = DemoPeople.Password, IsAdmin = person.IsAdmin }, cancellationToken);
        }
    }

    private async Task ConnectAsync(SimulatorControl control, CancellationToken cancellationToken)
    {
        var existing = await accountQueries.ListAsync(cancellationToken);
        foreach (var account in DemoAccounts.All)
        {
            var address = control.AddressOf(account.Path).AbsoluteUri;
            if (existing.FirstOrDefault(one => one.VendorKey == account.VendorKey && one.Name == account.Name) is { } known)
            {
                await accountWriter.SetBaseAddressAsync(known.Id, address, cancellationToken);
                continue;
            }

            var made = await accounts.ConnectAsync(account.ToForm(address), cancellationToken);
            if (made.Errors.Count > 0)
            {
                log.LogError("The demo's account {Account} was not connected: {Errors}", account.Name, string.Join(' ', made.Errors.Values));
            }
        }
    }

    private async Task HookAsync(SimulatorControl control, CancellationToken cancellationToken)
    {
        foreach (var account in (await accountQueries.ListAsync(cancellationToken)).Where(account => account.VendorKey is "getsms" or "smspool"))
        {
            if (await paths.RenewAsync(account.Id, cancellationToken) is { } secret)
            {
                var url = PortalListener.LocalUrl(options, options.Port) + VendorWebhooks.PathOf(account.VendorKey, secret);
                await control.PostAsync("webhooks", new { vendor = account.VendorKey, url, encoding = "form" }, cancellationToken);
            }
        }
    }

    // What the accounts' first complete reads return is history; only then do new texts begin.
    private async Task HistoryAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Patience;
        while (time.GetUtcNow() < until && !await access.IsHistoryReadAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
