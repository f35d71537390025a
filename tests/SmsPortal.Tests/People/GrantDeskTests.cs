using Shouldly;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Storage;
using Xunit;

namespace SmsPortal.Tests.People;

/// <summary>What grants come to for a person: the rows that every query of lines and messages looks up.</summary>
public sealed class GrantDeskTests(PeopleFixture portal) : IClassFixture<PeopleFixture>
{
    [Fact]
    public async Task ALine_GrantedToAPerson_IsSeenByHerOnly()
    {
        var (ana, bo, line) = (await portal.AddPersonAsync(), await portal.AddPersonAsync(), await portal.AddLineAsync());

        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { Level = AccessLevel.Operate });

        (await portal.SeenByAsync(ana)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(seen => seen.Key.ShouldBe(line), seen => seen.Value.Level.ShouldBe(AccessLevel.Operate), seen => seen.Value.VisibleAfter.ShouldBe(0));
        (await portal.SeenByAsync(bo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AGroup_GrantedToATeam_FollowsBothWhenTheyChange()
    {
        var (ana, bo) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (first, second) = (await portal.AddLineAsync(), await portal.AddLineAsync());
        var (team, group) = (await portal.AddTeamAsync(ana), await portal.AddGroupAsync(first));
        await portal.GrantAsync(new NewGrant(GrantTarget.Group(group), GrantHolder.Team(team)));
        (await portal.SeenByAsync(ana)).Keys.ShouldBe([first]);

        await portal.Get<TeamDesk>().AddAsync(portal.Admin, team, [bo], CancellationToken.None);
        await portal.Get<LineGroupDesk>().AddAsync(portal.Admin, group, [second], CancellationToken.None);
        (await portal.SeenByAsync(bo)).Keys.Order().ShouldBe([first, second]);

        await portal.Get<TeamDesk>().RemoveAsync(portal.Admin, team, ana, CancellationToken.None);
        await portal.Get<LineGroupDesk>().RemoveAsync(portal.Admin, group, first, CancellationToken.None);
        (await portal.SeenByAsync(ana)).ShouldBeEmpty();
        (await portal.SeenByAsync(bo)).Keys.ShouldBe([second]);

        (await portal.Get<LineGroupDesk>().DeleteAsync(portal.Admin, group, CancellationToken.None)).ShouldBeNull();
        (await portal.SeenByAsync(bo)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutHistory_OnlyTextsAfterTheGrantAreSeen_AndAnotherGrantWithHistoryOpensAll()
    {
        var (ana, line) = (await portal.AddPersonAsync(), await portal.AddLineAsync());
        var before = await portal.AddMessageAsync(line);

        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { WithHistory = false });
        (await portal.SeenByAsync(ana))[line].ShouldSatisfyAllConditions(seen => seen.VisibleAfter.ShouldBe(before), seen => seen.ReadUpTo.ShouldBe(before));

        var team = await portal.AddTeamAsync(ana);
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Team(team)) { Level = AccessLevel.Manage });
        (await portal.SeenByAsync(ana))[line].ShouldSatisfyAllConditions(seen => seen.VisibleAfter.ShouldBe(0), seen => seen.Level.ShouldBe(AccessLevel.Manage));
    }

    [Fact]
    public async Task TheSameTwoAgain_ChangeTheirGrant()
    {
        var (ana, line) = (await portal.AddPersonAsync(), await portal.AddLineAsync());
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)));
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { Level = AccessLevel.Manage });

        var grant = (await portal.Get<GrantQueries>().ListAsync(portal.Admin, CancellationToken.None)).Where(one => one.Target.LineId == line).ShouldHaveSingleItem();
        grant.Level.ShouldBe(AccessLevel.Manage);

        (await portal.Get<GrantDesk>().RemoveAsync(portal.Admin, grant.Id, CancellationToken.None)).ShouldBeNull();
        (await portal.SeenByAsync(ana)).ShouldBeEmpty();
        (await portal.Get<GrantDesk>().RemoveAsync(portal.Admin, grant.Id, CancellationToken.None)).ShouldBe(AccessProblem.Gone);
    }

    [Fact]
    public async Task AGrantWithAnEnd_EndsByItself_AndOneInThePastIsRefused()
    {
        var (ana, line) = (await portal.AddPersonAsync(), await portal.AddLineAsync());
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { EndsAt = portal.Time.GetUtcNow().AddHours(1) });
        (await portal.SeenByAsync(ana)).Count.ShouldBe(1);

        portal.Time.Advance(TimeSpan.FromHours(2));
        await portal.Get<AccessWriter>().RefreshAsync(CancellationToken.None);

        (await portal.SeenByAsync(ana)).ShouldBeEmpty();
        (await portal.Get<GrantDesk>().GrantAsync(portal.Admin, new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { EndsAt = portal.Time.GetUtcNow().AddHours(-1) }, CancellationToken.None)).ShouldBe(AccessProblem.EndsInThePast);
    }

    [Fact]
    public async Task ADisabledPerson_SeesNothing_AndTheSameAgainWhenEnabled()
    {
        var (ana, line) = (await portal.AddPersonAsync(), await portal.AddLineAsync());
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)));

        await portal.Get<PeopleDesk>().SetEnabledAsync(ana, enabled: false, CancellationToken.None);
        (await portal.SeenByAsync(ana)).ShouldBeEmpty();

        await portal.Get<PeopleDesk>().SetEnabledAsync(ana, enabled: true, CancellationToken.None);
        (await portal.SeenByAsync(ana)).Keys.ShouldBe([line]);
    }

    [Fact]
    public async Task WhoIsNoAdmin_ChangesAndReadsNothing()
    {
        var (ana, line) = (await portal.AddPersonAsync(), await portal.AddLineAsync());
        var member = new Viewer(ana, SeesAll: false, ReadUpTo: 0);

        (await portal.Get<GrantDesk>().GrantAsync(member, new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)), CancellationToken.None)).ShouldBe(AccessProblem.NotAllowed);
        (await portal.Get<TeamDesk>().CreateAsync(member, "Mine", CancellationToken.None)).ShouldBe(AccessProblem.NotAllowed);
        (await portal.SeenByAsync(ana)).ShouldBeEmpty();
        (await portal.Get<GrantQueries>().ReadersAsync(member, line, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reach_CountsLinesAndPeopleOnce_WithoutTheDisabled()
    {
        var (ana, bo) = (await portal.AddPersonAsync(), await portal.AddPersonAsync());
        var (team, group) = (await portal.AddTeamAsync(ana, bo), await portal.AddGroupAsync(await portal.AddLineAsync(), await portal.AddLineAsync(), await portal.AddLineAsync()));
        var desk = portal.Get<GrantDesk>();

        (await desk.ReachAsync(GrantTarget.Group(group), GrantHolder.Team(team), CancellationToken.None)).ShouldBe(new GrantReach(3, 2));
        await portal.Get<PeopleDesk>().SetEnabledAsync(bo, enabled: false, CancellationToken.None);
        (await desk.ReachAsync(GrantTarget.Group(group), GrantHolder.Team(team), CancellationToken.None)).ShouldBe(new GrantReach(3, 1));
        (await desk.ReachAsync(GrantTarget.Line(await portal.AddLineAsync()), GrantHolder.Person(ana), CancellationToken.None)).ShouldBe(new GrantReach(1, 1));
    }

    [Fact]
    public async Task WhoCanReadALine_IsSaidWithEveryReason()
    {
        var (ana, line) = (await portal.AddPersonAsync(name: "Ana"), await portal.AddLineAsync());
        var (team, group) = (await portal.AddTeamAsync(ana), await portal.AddGroupAsync(line));
        await portal.GrantAsync(new NewGrant(GrantTarget.Line(line), GrantHolder.Person(ana)) { WithHistory = false });
        await portal.GrantAsync(new NewGrant(GrantTarget.Group(group), GrantHolder.Team(team)));

        var readers = await portal.Get<GrantQueries>().ReadersAsync(portal.Admin, line, CancellationToken.None);

        readers.Where(reader => reader.UserId == ana).Select(reader => (reader.Team is not null, reader.Group is not null, reader.WithHistory)).ShouldBe([(false, false, false), (true, true, true)], ignoreOrder: true);
        readers.ShouldContain(reader => reader.IsAdmin && reader.UserId == portal.Admin.UserId);
    }

    [Fact]
    public async Task WhatIsNotThere_IsSaid()
    {
        var desk = portal.Get<GrantDesk>();
        (await desk.GrantAsync(portal.Admin, new NewGrant(GrantTarget.Line(-1), GrantHolder.Person(portal.Admin.UserId)), CancellationToken.None)).ShouldBe(AccessProblem.Gone);
        (await portal.Get<TeamDesk>().RenameAsync(portal.Admin, -1, "New", CancellationToken.None)).ShouldBe(AccessProblem.Gone);
        (await portal.Get<TeamDesk>().CreateAsync(portal.Admin, " ", CancellationToken.None)).ShouldBe(AccessProblem.NameMissing);
        await portal.Get<LineGroupDesk>().CreateAsync(portal.Admin, "Twice", CancellationToken.None);
        (await portal.Get<LineGroupDesk>().CreateAsync(portal.Admin, "Twice ", CancellationToken.None)).ShouldBe(AccessProblem.NameTaken);
    }
}
