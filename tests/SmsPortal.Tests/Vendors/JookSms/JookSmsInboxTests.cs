using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shouldly;
using SmsPortal.Vendors;
using SmsPortal.Vendors.JookSms;
using Xunit;

namespace SmsPortal.Tests.Vendors.JookSms;

/// <summary>The reading of the list against a vendor whose pages shift while they are read.</summary>
public sealed class JookSmsInboxTests
{
    private readonly List<long> _ids = [];
    private readonly List<int> _pages = [];
    private Action _afterPage = () => { };

    [Fact]
    public async Task FirstReading_OfManyPages_CoversThemAllOverSeveralCalls()
    {
        _ids.AddRange(Ids(1, 400));
        await using var vendor = await ScriptedServer.StartAsync(Answer);

        var (ids, readings, _) = await ReadAllAsync(vendor, null);

        ids.Order().ShouldBe(Ids(1, 400));
        readings.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task TextsThatArriveMeanwhile_ShiftPagesAndLoseNothing()
    {
        _ids.AddRange(Ids(1, 400));
        await using var vendor = await ScriptedServer.StartAsync(Answer);
        _afterPage = () => _ids.AddRange(Ids(_ids.Count + 1, 7));

        var (_, _, cursor) = await ReadAllAsync(vendor, null, keep: true);
        _afterPage = () => { };
        await ReadAllAsync(vendor, cursor, keep: true);

        _seen.Order().ShouldBe(Ids(1, _ids.Count));
    }

    [Fact]
    public async Task LaterReading_StopsAtTheFirstKnownText()
    {
        _ids.AddRange(Ids(1, 100));
        await using var vendor = await ScriptedServer.StartAsync(Answer);
        var (_, _, cursor) = await ReadAllAsync(vendor, null);
        _pages.Clear();
        _ids.AddRange(Ids(101, 20));

        var (ids, _, _) = await ReadAllAsync(vendor, cursor);

        _pages.ShouldBe([1, 2]);
        Ids(101, 20).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public async Task NothingNew_CostsOnePage()
    {
        _ids.AddRange(Ids(1, 100));
        await using var vendor = await ScriptedServer.StartAsync(Answer);
        var (_, _, cursor) = await ReadAllAsync(vendor, null);
        _pages.Clear();

        await ReadAllAsync(vendor, cursor);

        _pages.ShouldBe([1]);
    }

    [Fact]
    public async Task EmptyInbox_IsReadAndItsFirstTextFoundLater()
    {
        await using var vendor = await ScriptedServer.StartAsync(Answer);
        var (none, _, cursor) = await ReadAllAsync(vendor, null);
        _ids.Add(5);

        var (ids, _, _) = await ReadAllAsync(vendor, cursor);

        none.ShouldBeEmpty();
        ids.ShouldBe([5]);
    }

    [Fact]
    public async Task NextLink_ToAnotherHost_IsNotFollowed()
    {
        _ids.AddRange(Ids(1, 40));
        await using var vendor = await ScriptedServer.StartAsync(Answer);

        var (ids, _, _) = await ReadAllAsync(vendor, null);

        ids.Count.ShouldBe(40);
    }

    private readonly HashSet<long> _seen = [];

    private async Task<(List<long> Ids, int Readings, string? Cursor)> ReadAllAsync(ScriptedServer vendor, string? cursor, bool keep = false)
    {
        var session = vendor.Session(null, ("client_id", "scripted-id"), ("client_secret", "scripted-secret"));
        var found = new HashSet<long>();
        for (var readings = 1; readings < 50; readings++)
        {
            var reading = await new JookSmsVendor().ReadAccountMessagesAsync(session, cursor, default);
            found.UnionWith(reading.Messages.Select(message => long.Parse(message.Text, CultureInfo.InvariantCulture)));
            cursor = reading.NextCursor;
            if (!reading.MoreNow)
            {
                if (keep)
                {
                    _seen.UnionWith(found);
                }

                return ([.. found], readings, cursor);
            }
        }

        throw new InvalidOperationException("The reading does not end.");
    }

    private (int Status, string Body) Answer(string call, HttpRequest request)
    {
        if (call.StartsWith("POST", StringComparison.Ordinal))
        {
            return (200, """{"access_token":"t0ken-0001","token_type":"Bearer","expires_in":3600}""");
        }

        var page = request.Query.TryGetValue("page", out var text) ? int.Parse(text!, CultureInfo.InvariantCulture) : 1;
        _pages.Add(page);
        var pages = Math.Max(1, (_ids.Count + 14) / 15);
        var rows = _ids.OrderDescending().Skip((page - 1) * 15).Take(15).Select(id => $$"""{"id":{{id}},"content":"{{id}}","direction":"incoming","status":"received","number":"+15555550101","external_id":null,"created":{"date":"2016-06-26 19:59:36.000000","timezone":"UTC","timezone_type":3} }""");
        var links = page < pages ? $$"""{"next":"http://elsewhere.invalid/api/v1/sms?page={{page + 1}}"}""" : "[]";
        var body = $$"""{"result":"ok","data":[{{string.Join(',', rows)}}],"meta":{"pagination":{"total":{{_ids.Count}},"per_page":15,"current_page":{{page}},"total_pages":{{pages}},"links":{{links}} } } }""";
        _afterPage();
        return (200, body);
    }

    private static IEnumerable<long> Ids(int first, int count) => Enumerable.Range(first, count).Select(id => (long)id);
}
