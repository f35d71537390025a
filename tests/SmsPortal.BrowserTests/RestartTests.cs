using System.Globalization;
using Shouldly;
using SmsPortal.BrowserTests.Support;
using Xunit;

namespace SmsPortal.BrowserTests;

/// <summary>The portal is killed while texts arrive; nobody touches the tab.</summary>
[Collection(nameof(LivePortal))]
public sealed class RestartTests(LivePortal portal)
{
    private const int Texts = 24;
    private const int KillAfter = 8;
    private const int StartAfter = 16;

    [Fact]
    public async Task APortalThatIsKilledWhileTextsArrive_IsFoundAgainByTheTab_WhichShowsEachTextOnce()
    {
        var lines = await Task.WhenAll(portal.FindLineAsync("coolsms"), portal.FindLineAsync("jooksms"), portal.FindLineAsync("smspool"));
        await using var tab = await portal.OpenInboxAsync(lines.Select(line => line.Id));
        var url = tab.Page.Url;

        for (var i = 0; i < Texts; i++)
        {
            portal.DeliverTo(lines[i % lines.Length], Text(i));
            if (i == KillAfter)
            {
                await tab.SeesAsync(Text(0)); // texts are on their way when it dies
                await portal.Process.KillAsync();
            }
            else if (i == StartAfter)
            {
                await portal.StartAsync();
            }
        }

        for (var i = 0; i < Texts; i++)
        {
            await tab.SeesAsync(Text(i));
        }

        await tab.SeesAsync("Restart text", times: Texts);
        tab.Page.Url.ShouldBe(url);
        (await portal.ScalarAsync<long>("SELECT count(*) FROM message WHERE body LIKE 'Restart text %'")).ShouldBe(Texts);
    }

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"Restart text {i:D2} of the day.");
}
