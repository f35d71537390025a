using System.Net;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using SmsPortal.People;
using Xunit;

namespace SmsPortal.Tests.SignIn;

/// <summary>Cookies end when the person's right to be there does, on the node that hears of it and on the others.</summary>
public sealed class SessionEndTests(SignInFixture portal) : IClassFixture<SignInFixture>
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task SigningOut_EndsACopyOfTheCookieToo()
    {
        var (visitor, _, _) = await portal.SignedInAsync();
        using var thief = new Visitor(portal.Node);
        thief.Cookies.Add(visitor.Cookies.GetAllCookies());
        (await thief.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var token = await TokenAsync(visitor);
        (await visitor.PostBareAsync("/sign-out", ("__RequestVerificationToken", token))).Headers.Location!.OriginalString.ShouldBe("/sign-in");

        (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await UntilRefusedAsync(thief);
        visitor.Dispose();
    }

    [Fact]
    public async Task SigningOut_WithoutTheFormsToken_ChangesNothing()
    {
        var (visitor, _, _) = await portal.SignedInAsync();
        using (visitor)
        {
            await visitor.PostBareAsync("/sign-out");
            (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task OneSignOut_LeavesThePersonsOtherDevices()
    {
        var (phone, _, email) = await portal.SignedInAsync();
        using var desk = new Visitor(portal.Node);
        await desk.SignInAsync(email, SignInFixture.Password);

        await phone.PostBareAsync("/sign-out", ("__RequestVerificationToken", await TokenAsync(phone)));

        await UntilRefusedAsync(phone);
        (await desk.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);
        phone.Dispose();
    }

    [Fact]
    public async Task ADisabledPersonsCookie_IsRefusedOnEveryNode_AndStaysRefusedWhenSheComesBack()
    {
        var other = await portal.StartNodeAsync();
        var (here, id, email) = await portal.SignedInAsync();
        using var there = new Visitor(other);
        await there.SignInAsync(email, SignInFixture.Password);
        (await there.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await portal.Get<PeopleDesk>().SetEnabledAsync(id, enabled: false, CancellationToken.None);
        await UntilRefusedAsync(here);
        await UntilRefusedAsync(there);

        await portal.Get<PeopleDesk>().SetEnabledAsync(id, enabled: true, CancellationToken.None);
        (await here.SignInAsync(email, SignInFixture.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await there.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        here.Dispose();
    }

    [Fact]
    public async Task AResetPassword_EndsEveryCookie()
    {
        var (visitor, id, _) = await portal.SignedInAsync();
        await portal.Get<PeopleDesk>().ResetPasswordAsync(id, "a wholly new sentence", CancellationToken.None);
        await UntilRefusedAsync(visitor);
        visitor.Dispose();
    }

    [Fact]
    public async Task OnesOwnNewPassword_KeepsThisSignInAndEndsTheOthers()
    {
        var (visitor, _, email) = await portal.SignedInAsync();
        using var elsewhere = new Visitor(portal.Node);
        await elsewhere.SignInAsync(email, SignInFixture.Password);

        var token = await TokenAsync(visitor);
        var changed = await visitor.PostBareAsync("/me/password", ("present", SignInFixture.Password), ("password", "eight louder harbours"), ("__RequestVerificationToken", token));

        changed.Headers.Location!.OriginalString.ShouldBe("/me?password=Changed");
        (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await UntilRefusedAsync(elsewhere);
        visitor.Dispose();
    }

    [Fact]
    public async Task OnesOwnNewPassword_WithAWrongPresentOne_ChangesNothing()
    {
        var (visitor, _, email) = await portal.SignedInAsync();
        var token = await TokenAsync(visitor);

        var refused = await visitor.PostBareAsync("/me/password", ("present", "not this one"), ("password", "eight louder harbours"), ("__RequestVerificationToken", token));

        refused.Headers.Location!.OriginalString.ShouldBe("/me?password=PasswordWrong");
        (await portal.Get<SignInDesk>().CheckAsync(email, SignInFixture.Password, CancellationToken.None)).ShouldNotBeNull();
        visitor.Dispose();
    }

    [Fact]
    public async Task ADemotedAdmin_LosesTheAdminPagesAndStaysSignedIn()
    {
        var (visitor, id, _) = await portal.SignedInAsync(isAdmin: true);
        await portal.AddPersonAsync(isAdmin: true);
        (await visitor.GetAsync("/test/admins")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await portal.Get<PeopleDesk>().SetAdminAsync(id, isAdmin: false, CancellationToken.None)).ShouldBeNull();

        await UntilAsync(visitor, "/test/admins", HttpStatusCode.Forbidden);
        (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.OK);
        visitor.Dispose();
    }

    [Fact]
    public async Task ATamperedCookie_IsNobody()
    {
        var (visitor, _, _) = await portal.SignedInAsync();
        var cookie = visitor.Cookies.GetAllCookies()["smsportal"]!;
        cookie.Value = cookie.Value[..^8] + "AAAAAAAA";
        (await visitor.GetAsync("/test/inside")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        visitor.Dispose();
    }

    private static Task UntilRefusedAsync(Visitor visitor) => UntilAsync(visitor, "/test/inside", HttpStatusCode.Redirect);

    private static async Task UntilAsync(Visitor visitor, string path, HttpStatusCode wanted)
    {
        var began = TimeProvider.System.GetTimestamp();
        HttpStatusCode status;
        do
        {
            status = (await visitor.GetAsync(path)).StatusCode;
        }
        while (status != wanted && TimeProvider.System.GetElapsedTime(began) < GiveUp);
        status.ShouldBe(wanted);
    }

    private static async Task<string> TokenAsync(Visitor visitor) => await (await visitor.GetAsync("/test/token")).Content.ReadAsStringAsync();
}
