using Shouldly;
using SmsPortal.BrowserTests.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace SmsPortal.BrowserTests;

/// <summary>The main job, from the vendor to the tab, with a real browser.</summary>
[Collection(nameof(LivePortal))]
public sealed class LiveInboxTests(LivePortal portal)
{
    private static readonly string[] Vendors = ["coolsms", "smspool", "jooksms", "getsms", "smspins"];

    [Fact]
    public async Task ATextOfEachVendor_ShowsWithItsCodeInTheTabsOfTwoWhoMaySeeIt_AndInNoTabOfAThird()
    {
        var lines = await Task.WhenAll(Vendors.Select(vendor => portal.FindLineAsync(vendor)));
        var others = await portal.FindLineAsync("coolsms", which: 1);
        await using var ana = await portal.OpenInboxAsync(lines.Select(line => line.Id));
        await using var bo = await portal.OpenInboxAsync(lines.Select(line => line.Id));
        await using var mira = await portal.OpenInboxAsync(others.Id);

        var texts = lines.Select((line, i) => (line.Vendor, Code: $"{480_115 + i}", Text: $"Your verification code is {480_115 + i}.")).ToList();
        for (var i = 0; i < lines.Length; i++)
        {
            portal.DeliverTo(lines[i], texts[i].Text);
        }

        foreach (var tab in new[] { ana, bo })
        {
            foreach (var (vendor, code, text) in texts)
            {
                await tab.SeesAsync(text);
                await Expect(tab.Rows(text).Locator("button.code")).ToHaveTextAsync(code);
            }
        }

        // Her tab listens: what is sent to her line later is there, and nothing of the others came before it.
        portal.DeliverTo(others, "Only for the third person.");
        await mira.SeesAsync("Only for the third person.");
        await mira.SeesAsync("Your verification code", times: 0);
        new[] { ana, bo, mira }.SelectMany(tab => tab.Complaints).ShouldBeEmpty();
    }
}
