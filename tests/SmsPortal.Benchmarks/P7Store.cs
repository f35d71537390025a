using System.Globalization;
using SmsPortal.Model;
using SmsPortal.Storage;

namespace SmsPortal.Benchmarks;

/// <summary>
/// Ten thousand lines and as many texts as asked for, spread the same way in a small store and in a large one: a quarter on lines 1–3, a quarter on the next 297,
/// half on the others, so that a page of each viewer is full in both.
/// </summary>
internal static class P7Store
{
    private const int Lines = 10_000;

    /// <summary>Who looks: how many lines, and from which on.</summary>
    public static readonly IReadOnlyList<(string Name, int Count, int First)> Viewers = [("admin", 0, 0), ("1 line", 1, 1), ("3 lines", 3, 1), ("300 lines", 300, 1), ("300 quiet lines", 300, 6_000), ("5,000 lines", 5_000, 301)];

    public static async Task<(PortalStore Store, IReadOnlyList<Viewer> Viewers)> CreateAsync(BenchPostgres server, string name, int rows)
    {
        var store = await PortalStore.CreateAsync(server, name);
        await store.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO phone_line (id, account_id, line_key, kind, number, created_at, missed_lists, auto_check_wanted)
            SELECT n, {store.AccountId}, 'mdn:' || 15550100000 + n, 6, (15550100000 + n)::text, now(), 0, false FROM generate_series(1, {Lines}) n
            """));

        // Seconds apart, the newest now; hashtext spreads them the same way at each run.
        await store.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO message (id, account_id, line_id, sender, number, body, code, code_to_copy, stored_at, at, way, verified, history)
            SELECT n, {store.AccountId}, CASE WHEN r % 4 = 0 THEN 1 + r / 4 % 3 WHEN r % 4 = 1 THEN 4 + r / 4 % 297 ELSE 301 + r / 4 % 9700 END, '22000', '15550100000',
                'G-' || 100000 + r % 900000 || ' is your Google verification code. Text ' || n, 'G-' || 100000 + r % 900000, 'G-' || 100000 + r % 900000, at, at, 0, true, false
            FROM (SELECT n, abs(hashtext(n::text))::bigint AS r, now() - ({rows} - n) * interval '1 second' AS at FROM generate_series(1, {rows}) n) s
            """));
        await store.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT setval('message_id_seq', {rows})"));
        var viewers = new List<Viewer>();
        foreach (var (_, count, first) in Viewers)
        {
            viewers.Add(await AddViewerAsync(store, count, first));
        }

        await store.ExecuteAsync("VACUUM ANALYZE");
        return (store, viewers);
    }

    private static async Task<Viewer> AddViewerAsync(PortalStore store, int count, int first)
    {
        if (count == 0)
        {
            return new Viewer(Guid.NewGuid(), SeesAll: true, ReadUpTo: 0);
        }

        await using var db = await store.Get<Microsoft.EntityFrameworkCore.IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var person = new PortalUser { Id = Guid.NewGuid(), UserName = Guid.NewGuid().ToString("n"), DisplayName = "Member", SecurityStamp = "s" };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        await store.ExecuteAsync(string.Create(CultureInfo.InvariantCulture,
            $"INSERT INTO line_access (user_id, line_id, level, visible_after, read_up_to) SELECT '{person.Id}', n, 0, 0, 0 FROM generate_series({first}, {first + count - 1}) n"));
        return new Viewer(person.Id, SeesAll: false, ReadUpTo: 0);
    }
}
