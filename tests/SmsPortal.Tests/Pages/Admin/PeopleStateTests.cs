using Shouldly;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Tests.People;
using SmsPortal.Web.Pages.Admin.People;
using Xunit;

namespace SmsPortal.Tests.Pages.Admin;

public sealed class PeopleStateTests(PeopleFixture portal) : IClassFixture<PeopleFixture>
{
    private PeopleState State => new(portal.Get<PeopleDesk>(), portal.Get<PeopleQueries>());

    [Fact]
    public async Task AddingAPerson_ShowsThePasswordOnce_AndItSignsHerIn()
    {
        var state = State;
        state.StartAdding();
        (state.Draft!.Email, state.Draft.Name) = ("new@example.org", "New Person");
        await state.SaveAsync(portal.Admin, CancellationToken.None);

        var given = state.HandOver.ShouldNotBeNull();
        state.Draft.ShouldBeNull();
        state.All!.ShouldContain(person => person.Email == "new@example.org" && !person.IsAdmin);
        (await portal.Get<SignInDesk>().CheckAsync(given.Email, given.Password, CancellationToken.None)).ShouldNotBeNull();

        state.Close();
        state.HandOver.ShouldBeNull();
    }

    [Fact]
    public async Task AMistake_StandsAtItsField_AndWhatWasTypedStays()
    {
        var state = State;
        state.StartAdding();
        (state.Draft!.Email, state.Draft.Name, state.Draft.Password) = ("nowhere", "New Person", "password1234");
        await state.SaveAsync(portal.Admin, CancellationToken.None);

        var draft = state.Draft.ShouldNotBeNull();
        draft.EmailProblem.ShouldNotBeNull();
        draft.PasswordProblem.ShouldNotBeNull();
        draft.NameProblem.ShouldBeNull();
        draft.Name.ShouldBe("New Person");
    }

    [Fact]
    public async Task TheLastAdmin_CannotBeDisabled_AndTheReasonIsSaid()
    {
        var state = State;
        await state.LoadAsync(portal.Admin, CancellationToken.None);
        var admin = state.All!.Single(person => person.IsAdmin);

        await state.SetEnabledAsync(portal.Admin, admin, enabled: false, CancellationToken.None);

        state.Refusal.ShouldNotBeNull().ShouldContain("only admin");
        state.All!.Single(person => person.IsAdmin).DisabledAt.ShouldBeNull();
    }

    [Fact]
    public async Task AMember_ReadsAndChangesNobody()
    {
        var member = new Viewer(await portal.AddPersonAsync(name: "Member"), SeesAll: false, ReadUpTo: 0);
        var state = State;
        await state.LoadAsync(portal.Admin, CancellationToken.None);
        var target = state.All!.First(person => person.Id == member.UserId);

        await state.SetAdminAsync(member, target, isAdmin: true, CancellationToken.None);

        (await portal.Get<PeopleQueries>().FindAsync(member.UserId, CancellationToken.None))!.IsAdmin.ShouldBeFalse();
        await state.LoadAsync(member, CancellationToken.None);
        state.All!.ShouldBeEmpty();
    }

    [Fact]
    public async Task TheFilter_FindsNameAddressAndTeam()
    {
        var ana = await portal.AddPersonAsync(name: "Ana Unusual");
        await portal.AddTeamAsync(ana);
        var state = State;
        await state.LoadAsync(portal.Admin, CancellationToken.None);
        var team = state.All!.Single(person => person.Id == ana).Teams.Single();

        foreach (var filter in new[] { "unusual", team.ToUpperInvariant(), state.All!.Single(person => person.Id == ana).Email })
        {
            state.Filter = filter;
            state.Shown.ShouldHaveSingleItem().Id.ShouldBe(ana);
        }
    }
}
