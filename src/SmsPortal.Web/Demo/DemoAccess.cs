using Microsoft.EntityFrameworkCore;
using SmsPortal.Model;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.Web.Demo;

/// <summary>The demo's teams, groups of lines, labels and grants.</summary>
internal sealed class DemoAccess(IDbContextFactory<PortalDb> contexts, AccessWriter access, LineWriter lines, TimeProvider time)
{
    private static readonly string[] CoolLabels = ["Finance 2FA", "Payroll", "Build bots", "Release line", "Staging", "Night shift", "Spare"];

    /// <summary>True once every account's first complete reading has ended.</summary>
    public async Task<bool> IsHistoryReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var byLine = new[] { LineKind.Line, LineKind.LiteLine, LineKind.Rental, LineKind.Telephone };
        return await db.Accounts.CountAsync(account => account.State == AccountState.Active, cancellationToken) == DemoAccounts.All.Count
            && await db.Lines.AnyAsync(line => line.Kind == LineKind.Telephone, cancellationToken)
            && !await db.Lines.AnyAsync(line => byLine.Contains(line.Kind) && line.HistoryReadAt == null && line.GoneAt == null, cancellationToken);
    }

    /// <summary>Makes teams and groups of what was found, and lets the teams read them.</summary>
    public async Task ShareAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Lines.AsNoTracking().OrderBy(line => line.Id).ToListAsync(cancellationToken);
        await LabelAsync(found, cancellationToken);
        if (await db.Teams.AnyAsync(cancellationToken))
        {
            return;
        }

        var teams = DemoPeople.All.Where(person => person.Team is not null).Select(person => person.Team!).Distinct().ToDictionary(name => name, name => new Team { Name = name });
        var groups = new Dictionary<string, LineGroup>
        {
            ["QA"] = new() { Name = "QA" }, ["Finance"] = new() { Name = "Finance" }, ["Support"] = new() { Name = "Support" }, ["Growth"] = new() { Name = "Growth" },
        };
        db.AddRange(teams.Values);
        db.AddRange(groups.Values);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var person in DemoPeople.All.Where(person => person.Team is not null))
        {
            var user = await db.Users.SingleAsync(one => one.Email == person.Email, cancellationToken);
            db.TeamMembers.Add(new TeamMember { TeamId = teams[person.Team!].Id, UserId = user.Id });
        }

        db.AddRange(found.Select(line => new LineGroupMember { GroupId = groups[GroupOf(line, found)].Id, LineId = line.Id }));
        var newest = await db.Messages.MaxAsync(message => (long?)message.Id, cancellationToken) ?? 0;
        foreach (var (team, group, level) in new[] { ("QA", "QA", AccessLevel.Operate), ("QA", "Growth", AccessLevel.Read), ("Finance", "Finance", AccessLevel.Operate), ("Finance", "Support", AccessLevel.Read) })
        {
            db.Grants.Add(new AccessGrant { TeamId = teams[team].Id, GroupId = groups[group].Id, Level = level, MessageIdAtGrant = newest, CreatedAt = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancellationToken);
        await access.RefreshAsync(cancellationToken);
    }

    private static string GroupOf(PhoneLine line, IReadOnlyList<PhoneLine> all) => line.Kind switch
    {
        LineKind.Rental => "Growth",
        LineKind.TwoWay => "Support",
        LineKind.Line or LineKind.LiteLine when all.Where(other => other.Kind == line.Kind).Take(2).Any(other => other.Id == line.Id) => "Finance",
        _ => "QA",
    };

    private async Task LabelAsync(IReadOnlyList<PhoneLine> found, CancellationToken cancellationToken)
    {
        var cool = found.Where(line => line.Kind is LineKind.Line or LineKind.LiteLine).Zip(CoolLabels);
        var pins = found.Where(line => line.Kind == LineKind.Telephone).Select((line, i) => (line, $"Ops pool {i + 1}"));
        var rentals = found.Where(line => line.Kind == LineKind.Rental).Select((line, i) => (line, $"Growth rental {i + 1}"));
        var support = found.Where(line => line.Kind == LineKind.TwoWay).Select(line => (line, "Support (two-way)"));
        foreach (var (line, label) in cool.Concat(pins).Concat(rentals).Concat(support))
        {
            await lines.SetLabelAsync(line.Id, label, cancellationToken);
        }
    }
}
