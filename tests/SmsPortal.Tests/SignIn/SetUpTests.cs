using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.People;
using SmsPortal.Tests.Support;
using Xunit;

namespace SmsPortal.Tests.SignIn;

/// <summary>The first minutes of an empty portal.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly PortalFixture _portal = new();

    private SetUpDesk SetUp => _portal.Node.Services.GetRequiredService<SetUpDesk>();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task TheToken_MakesOneAdminAndSignsHerIn_AndIsUsedUp()
    {
        var token = await SetUp.NewTokenAsync(CancellationToken.None);
        using var visitor = new Visitor(_portal.Node);
        (await visitor.GetAsync("/sign-in")).Headers.Location!.OriginalString.ShouldBe("/setup");

        (await PostAsync(visitor, token, "first@example.org")).Headers.Location!.OriginalString.ShouldBe("/");

        (await visitor.GetAsync("/sign-in")).Headers.Location!.OriginalString.ShouldBe("/", "she is signed in");
        using var second = new Visitor(_portal.Node);
        (await second.GetAsync("/setup")).Headers.Location!.OriginalString.ShouldBe("/sign-in");
        (await SetUp.SetUpAsync(token, Person("second@example.org"), CancellationToken.None)).Problems.ShouldBe([PersonProblem.TokenWrong]);
        (await _portal.Node.Services.GetRequiredService<PeopleQueries>().ListAsync(CancellationToken.None)).ShouldHaveSingleItem().IsAdmin.ShouldBeTrue();
    }

    [Fact]
    public async Task TheToken_AtTwoNodesAtTheSameMoment_MakesOneAdmin()
    {
        var other = await _portal.StartNodeAsync();
        var token = await SetUp.NewTokenAsync(CancellationToken.None);

        var made = await Task.WhenAll(
            SetUp.SetUpAsync(token, Person("one@example.org"), CancellationToken.None),
            other.Services.GetRequiredService<SetUpDesk>().SetUpAsync(token, Person("two@example.org"), CancellationToken.None));

        made.Count(result => result.Id is not null).ShouldBe(1);
    }

    [Fact]
    public async Task AWrongOrOldToken_MakesNobody()
    {
        var old = await SetUp.NewTokenAsync(CancellationToken.None);
        await SetUp.NewTokenAsync(CancellationToken.None);
        using var visitor = new Visitor(_portal.Node);

        foreach (var token in new[] { old, "", "x" })
        {
            var answer = await PostAsync(visitor, token, "first@example.org");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("This is not the set-up token");
        }

        (await SetUp.IsEmptyAsync(CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task AMistakeInTheForm_IsSaidAtItsField_AndDoesNotUseTheToken()
    {
        var token = await SetUp.NewTokenAsync(CancellationToken.None);
        using var visitor = new Visitor(_portal.Node);

        var answer = await visitor.PostAsync("/setup", "/setup", ("token", token), ("email", "no address"), ("name", " "), ("password", "short"));
        var page = await answer.Content.ReadAsStringAsync();

        page.ShouldContain("id=\"email-problem\"");
        page.ShouldContain("id=\"name-problem\"");
        page.ShouldContain("id=\"password-problem\"");
        (await PostAsync(visitor, token, "first@example.org")).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task TheTokenItself_IsNotInTheDatabase()
    {
        var token = await SetUp.NewTokenAsync(CancellationToken.None);
        (await _portal.Node.Services.GetRequiredService<SmsPortal.Storage.SettingStore>().GetAsync("setup-token", CancellationToken.None)).ShouldNotBeNull().ShouldNotContain(token);
    }

    private static NewPerson Person(string email) => new() { Email = email, DisplayName = "First", Password = SignInFixture.Password, IsAdmin = true };

    private static Task<HttpResponseMessage> PostAsync(Visitor visitor, string token, string email) =>
        visitor.PostAsync("/setup", "/setup", ("token", token), ("email", email), ("name", "First"), ("password", SignInFixture.Password));
}
