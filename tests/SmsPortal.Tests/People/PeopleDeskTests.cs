using Shouldly;
using SmsPortal.People;
using Xunit;

namespace SmsPortal.Tests.People;

public sealed class PeopleDeskTests : IAsyncLifetime
{
    private readonly PeopleFixture _portal = new();

    private PeopleDesk Desk => _portal.Get<PeopleDesk>();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task TheLastAdminWhoCanSignIn_IsNeitherDisabledNorDemoted()
    {
        (await Desk.SetEnabledAsync(_portal.Admin.UserId, enabled: false, CancellationToken.None)).ShouldBe(PersonProblem.LastAdmin);
        (await Desk.SetAdminAsync(_portal.Admin.UserId, isAdmin: false, CancellationToken.None)).ShouldBe(PersonProblem.LastAdmin);

        var second = await _portal.AddPersonAsync(isAdmin: true);
        (await Desk.SetEnabledAsync(second, enabled: false, CancellationToken.None)).ShouldBeNull();
        (await Desk.SetAdminAsync(_portal.Admin.UserId, isAdmin: false, CancellationToken.None)).ShouldBe(PersonProblem.LastAdmin, "a disabled admin lets nobody in");
    }

    [Fact]
    public async Task TwoAdmins_WhoDemoteEachOtherAtTheSameMoment_LeaveOne()
    {
        var second = await _portal.AddPersonAsync(isAdmin: true);

        var outcomes = await Task.WhenAll(Desk.SetAdminAsync(_portal.Admin.UserId, isAdmin: false, CancellationToken.None), Desk.SetAdminAsync(second, isAdmin: false, CancellationToken.None));

        outcomes.Count(outcome => outcome == PersonProblem.LastAdmin).ShouldBe(1);
        (await _portal.Get<PeopleQueries>().ListAsync(CancellationToken.None)).Count(person => person.IsAdmin).ShouldBe(1);
    }

    [Fact]
    public async Task AnAddressThatIsTaken_InAnyCase_IsRefused_AlsoAtTheSameMoment()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Desk.CreateAsync(Person(i % 2 == 0 ? "Twin@Example.org" : "twin@example.org"), CancellationToken.None)));

        made.Count(result => result.Id is not null).ShouldBe(1);
        made.Where(result => result.Id is null).ShouldAllBe(result => result.Problems.Single() == PersonProblem.EmailTaken);
    }

    [Fact]
    public async Task EverythingWrong_IsSaidAtOnce()
    {
        var made = await Desk.CreateAsync(new NewPerson { Email = "nowhere", DisplayName = "", Password = "short" }, CancellationToken.None);
        made.Problems.ShouldBe([PersonProblem.EmailNotValid, PersonProblem.NameMissing, PersonProblem.PasswordTooShort]);
    }

    [Fact]
    public async Task TextsFromBeforeAPersonCame_CountAsRead()
    {
        var message = await _portal.AddMessageAsync(await _portal.AddLineAsync());
        var person = await _portal.AddPersonAsync();
        (await _portal.Get<SmsPortal.Storage.AccessQueries>().ViewerAsync(person, CancellationToken.None))!.Value.Viewer.ReadUpTo.ShouldBe(message);
    }

    [Fact]
    public async Task SomebodyUnknown_IsSaid() => (await Desk.ResetPasswordAsync(Guid.NewGuid(), PeopleFixture.Password, CancellationToken.None)).ShouldBe(PersonProblem.Unknown);

    private static NewPerson Person(string email) => new() { Email = email, DisplayName = "Twin", Password = PeopleFixture.Password };
}
