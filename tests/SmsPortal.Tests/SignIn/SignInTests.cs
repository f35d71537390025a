using System.Net;
using Shouldly;
using SmsPortal.People;
using Xunit;

namespace SmsPortal.Tests.SignIn;

public sealed class SignInTests(SignInFixture portal) : IClassFixture<SignInFixture>
{
    private static readonly string[] FiveWrong = ["wrong one", "wrong two", "wrong three", "wrong four", "wrong five"];

    [Fact]
    public async Task Nobody_AtAPage_IsSentToTheSignInPageAndBack()
    {
        var (_, email) = await portal.AddPersonAsync();
        using var visitor = new Visitor(portal.Node);

        var sent = await visitor.GetAsync("/test/inside");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        sent.Headers.Location!.PathAndQuery.ShouldBe("/sign-in?returnUrl=%2Ftest%2Finside");

        var signedIn = await visitor.SignInAsync(email, SignInFixture.Password, "/test/inside");
        signedIn.Headers.Location!.OriginalString.ShouldBe("/test/inside");
        (await (await visitor.GetAsync("/test/inside")).Content.ReadAsStringAsync()).ShouldBe("Some Person");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task SigningIn_WithAForeignReturnUrl_StaysHere(string returnUrl)
    {
        var (_, email) = await portal.AddPersonAsync();
        using var visitor = new Visitor(portal.Node);

        (await visitor.SignInAsync(email, SignInFixture.Password, returnUrl)).Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task SigningIn_WithoutTheFormsToken_IsRefused()
    {
        var (_, email) = await portal.AddPersonAsync();
        using var visitor = new Visitor(portal.Node);

        var answer = await visitor.PostBareAsync("/sign-in", ("email", email), ("password", SignInFixture.Password));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task UnknownKnownDisabledAndLockedNames_GetTheSameAnswer()
    {
        var (_, known) = await portal.AddPersonAsync();
        var (_, locked) = await portal.AddPersonAsync();
        var (disabledId, disabled) = await portal.AddPersonAsync();
        await portal.Get<PeopleDesk>().SetEnabledAsync(disabledId, enabled: false, CancellationToken.None);
        await FailAsync(locked);

        var answers = new[] { await TryAsync(known, "not the password"), await TryAsync("nobody@example.org", SignInFixture.Password), await TryAsync(disabled, SignInFixture.Password), await TryAsync(locked, SignInFixture.Password) };

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("do not fit together");
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccount_AndFourDoNot()
    {
        var (_, locked) = await portal.AddPersonAsync();
        var (_, open) = await portal.AddPersonAsync();
        await FailAsync(locked);
        foreach (var wrong in FiveWrong.SkipLast(1))
        {
            await portal.Get<SignInDesk>().CheckAsync(open, wrong, CancellationToken.None);
        }

        (await portal.Get<SignInDesk>().CheckAsync(locked, SignInFixture.Password, CancellationToken.None)).ShouldBeNull();
        (await portal.Get<SignInDesk>().CheckAsync(open, SignInFixture.Password, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task WrongPasswordsAtTheSameMoment_AreAllCounted()
    {
        var (_, email) = await portal.AddPersonAsync();

        await Task.WhenAll(FiveWrong.Select(wrong => portal.Get<SignInDesk>().CheckAsync(email, wrong, CancellationToken.None)));

        (await portal.Get<SignInDesk>().CheckAsync(email, SignInFixture.Password, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task ALockedAccount_OpensWhenAnAdminResetsThePassword()
    {
        var (id, email) = await portal.AddPersonAsync();
        await FailAsync(email);

        (await portal.Get<PeopleDesk>().ResetPasswordAsync(id, "another calm mountain", CancellationToken.None)).ShouldBeNull();

        (await portal.Get<SignInDesk>().CheckAsync(email, "another calm mountain", CancellationToken.None)).ShouldBe(id);
    }

    [Fact]
    public async Task TheSignInPage_ForOneWhoIsSignedIn_LeadsInside()
    {
        var (visitor, _, _) = await portal.SignedInAsync();
        using (visitor)
        {
            (await visitor.GetAsync("/sign-in?returnUrl=%2Ftest%2Finside")).Headers.Location!.OriginalString.ShouldBe("/test/inside");
        }
    }

    private async Task FailAsync(string email)
    {
        foreach (var wrong in FiveWrong)
        {
            await portal.Get<SignInDesk>().CheckAsync(email, wrong, CancellationToken.None);
        }
    }

    // The answer without what was typed and without the form's token, which differ anyway.
    private async Task<string> TryAsync(string email, string password)
    {
        using var visitor = new Visitor(portal.Node);
        var answer = await visitor.SignInAsync(email, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{email} was sent to {answer.Headers.Location}");
        var page = await answer.Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Replace(page.Replace(email, "", StringComparison.Ordinal), "name=\"__RequestVerificationToken\" value=\"[^\"]+\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }
}
