using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.Trouble;

/// <summary>R2 of the quality list, in short: PostgreSQL goes away under load, three times.</summary>
public sealed class DatabaseOutageTests : IAsyncLifetime
{
    private const int Senders = 6;
    private const int BetweenOutages = 60;
    private readonly OwnPostgres _postgres = new();
    private readonly PortalFixture _portal = new();
    private string _path = "";
    private int _account;
    private int _next;
    private int _acknowledged;

    public async ValueTask InitializeAsync()
    {
        await _postgres.StartAsync();
        await _portal.StartOnAsync(_postgres.ConnectionString);
        (_account, _path) = await _portal.AddWebhookAccountAsync();
        await ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task ADatabaseThatIsKilledAndStoppedUnderLoad_LosesNothing_DoublesNothing_AndIsFoundAgain()
    {
        using var seen = new FeedRecord(_portal.Node.Services.GetRequiredService<PortalFeed>());
        using var enough = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(enough.Token))).ToList();
        foreach (var takeAway in new Func<Task>[] { _postgres.KillAsync, _postgres.StopAsync, _postgres.KillAsync })
        {
            await MoreAcknowledgedAsync();
            await takeAway();
            await NotReadyAsync();
            for (var i = 0; i < 5; i++)
            {
                (await PostAsync(Interlocked.Increment(ref _next))).ShouldBe(HttpStatusCode.ServiceUnavailable, "nothing is durable while the database is away");
            }

            await _postgres.StartAsync();
            await ReadyAsync();
        }

        await MoreAcknowledgedAsync();
        await enough.CancelAsync();
        var sent = (await Task.WhenAll(senders)).SelectMany(each => each).Select(WebhookTexts.Body).Order(StringComparer.Ordinal).ToList();
        (await StoredAsync()).ShouldBe(sent);
        await Eventually.TrueAsync(() => seen.Bodies.Count >= sent.Count, "every text at the feed");
        seen.Bodies.Order(StringComparer.Ordinal).ShouldBe(sent);
        _portal.Node.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
    }

    // As the vendor does: again until it is answered 200. Returns what was acknowledged.
    private async Task<List<int>> SendAsync(CancellationToken enough)
    {
        var sent = new List<int>();
        while (!enough.IsCancellationRequested)
        {
            var n = Interlocked.Increment(ref _next);
            HttpStatusCode status;
            while ((status = await PostAsync(n)) != HttpStatusCode.OK)
            {
                status.ShouldBe(HttpStatusCode.ServiceUnavailable);
                await Task.Delay(50, CancellationToken.None);
            }

            sent.Add(n);
            Interlocked.Increment(ref _acknowledged);
        }

        return sent;
    }

    private async Task<HttpStatusCode> PostAsync(int n)
    {
        using var form = new FormUrlEncodedContent(WebhookTexts.Fields(n));
        using var answer = await _portal.Client.PostAsync(new Uri(_path, UriKind.Relative), form);
        return answer.StatusCode;
    }

    private Task MoreAcknowledgedAsync()
    {
        var goal = Volatile.Read(ref _acknowledged) + BetweenOutages;
        return Eventually.TrueAsync(() => Volatile.Read(ref _acknowledged) >= goal, "acknowledged texts");
    }

    private Task ReadyAsync() => Eventually.TrueAsync(async () => await ReadinessAsync() == HttpStatusCode.OK, "the portal to be ready");

    private Task NotReadyAsync() => Eventually.TrueAsync(async () => await ReadinessAsync() == HttpStatusCode.ServiceUnavailable, "the portal to notice");

    private async Task<HttpStatusCode> ReadinessAsync()
    {
        using var answer = await _portal.Client.GetAsync(new Uri("readyz", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var command = _portal.Node.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand($"SELECT body FROM message WHERE account_id = {_account}");
        await using var reader = await command.ExecuteReaderAsync();
        var bodies = new List<string>();
        while (await reader.ReadAsync())
        {
            bodies.Add(reader.GetString(0));
        }

        return [.. bodies.Order(StringComparer.Ordinal)];
    }
}
