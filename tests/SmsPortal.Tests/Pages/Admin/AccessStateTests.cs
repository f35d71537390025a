using Shouldly;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Tests.People;
using SmsPortal.Web.Pages.Admin.Access;
using Xunit;

namespace SmsPortal.Tests.Pages.Admin;

public sealed class AccessStateTests(PeopleFixture portal) : IClassFixture<PeopleFixture>
{
    private AccessState State => new(portal.Get<GrantDesk>(), portal.Get<TeamDesk>(), portal.Get<LineGroupDesk>(), portal.Get<GrantQueries>());

    private AccessFinder Finder => new(portal.Get<LineQueries>(), portal.Get<PeopleQueries>(), portal.Get<GrantQueries>());

    [Fact]
    public async Task AGrant_IsMeasuredMadeAndRemoved()
    {
        var (ana, line) = (await portal.AddPersonAsync(name: "Grantee"), await portal.AddLineAsync());
        var state = State;
        state.Draft.Target = new Named<GrantTarget>(GrantTarget.Line(line), "A line");
        await state.MeasureAsync(CancellationToken.None);
        state.Draft.Reach.ShouldBeNull("somebody is still missing");
        state.Draft.Holder = new Named<GrantHolder>(GrantHolder.Person(ana), "Grantee");
        await state.MeasureAsync(CancellationToken.None);
        state.Draft.Reach.ShouldBe(new GrantReach(1, 1));

        await state.GrantAsync(portal.Admin, endsAt: null, CancellationToken.None);
        (await portal.SeenByAsync(ana)).Keys.ShouldBe([line]);
        state.Draft.Target.ShouldBeNull();
        state.Draft.Holder!.Id.UserId.ShouldBe(ana);

        await state.RemoveGrantAsync(portal.Admin, state.Grants!.Single(grant => grant.Target.LineId == line).Id, CancellationToken.None);
        (await portal.SeenByAsync(ana)).ShouldBeEmpty();
        state.Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task AGrantWithSomethingMissing_ShowsIt()
    {
        var state = State;
        await state.GrantAsync(portal.Admin, endsAt: null, CancellationToken.None);
        state.Draft.ShowsMissing.ShouldBeTrue();
    }

    [Fact]
    public async Task ATeam_IsMadeFilledAndDeleted_AndATakenNameIsRefusedInWords()
    {
        var ana = await portal.AddPersonAsync(name: "Teammate");
        var state = State;
        await state.CreateTeamAsync(portal.Admin, "Night shift", CancellationToken.None);
        var team = state.Teams.Single(one => one.Name == "Night shift");
        await state.AddToTeamAsync(portal.Admin, team.Id, ana, CancellationToken.None);
        state.Teams.Single(one => one.Id == team.Id).Members.ShouldHaveSingleItem().Name.ShouldBe("Teammate");

        await state.CreateTeamAsync(portal.Admin, "Night shift", CancellationToken.None);
        state.Refusal.ShouldBe("This name is taken already.");

        await state.DeleteTeamAsync(portal.Admin, team.Id, CancellationToken.None);
        state.Refusal.ShouldBeNull();
        state.Teams.ShouldNotContain(one => one.Id == team.Id);
    }

    [Fact]
    public async Task TheFinder_OffersGroupsBeforeLines_AndNothingToAMember()
    {
        var line = await portal.AddLineAsync();
        var name = (await Finder.LinesAsync(portal.Admin, "5550", CancellationToken.None)).Single(one => one.Id == line).Name;
        await portal.Get<LineGroupDesk>().CreateAsync(portal.Admin, $"Around {name}", CancellationToken.None);

        var found = await Finder.TargetsAsync(portal.Admin, name, "line group", CancellationToken.None);

        found.Select(one => one.Id.GroupId is not null).ShouldBe([true, false]);
        (await Finder.TargetsAsync(new Viewer(Guid.NewGuid(), SeesAll: false, ReadUpTo: 0), name, "line group", CancellationToken.None)).ShouldBeEmpty();
    }
}
