using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Shouldly;
using SmsPortal.Live;
using SmsPortal.Model;
using SmsPortal.People;
using SmsPortal.Storage;
using SmsPortal.Web.SignIn;
using Xunit;

namespace SmsPortal.Tests.SignIn;

/// <summary>An open tab ends, or changes its role, when the person does, without any request.</summary>
public sealed class CircuitWatchTests(SignInFixture portal) : IClassFixture<SignInFixture>
{
    private static readonly TimeSpan GiveUp = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ADisabledPersonsTab_KnowsNobodyAnyMore()
    {
        using var tab = await OpenAsync();
        (await tab.Current.ScopeAsync()).ShouldNotBeNull();

        await portal.Get<PeopleDesk>().SetEnabledAsync(tab.UserId, enabled: false, CancellationToken.None);

        await tab.EndedAsync();
    }

    [Fact]
    public async Task ASignedOutTab_Ends_AndTheOtherSessionsTabStays()
    {
        using var tab = await OpenAsync();
        using var other = await OpenAsync(tab.UserId);

        await portal.Get<SessionStore>().EndAsync(tab.UserId, tab.Session, CancellationToken.None);

        await tab.EndedAsync();
        other.Current.IsEnded.IsCancellationRequested.ShouldBeFalse();
        (await other.Current.ScopeAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task ANewPassword_EndsTheTab()
    {
        using var tab = await OpenAsync();
        (await portal.Get<PeopleDesk>().ResetPasswordAsync(tab.UserId, "nine brighter harbours", CancellationToken.None)).ShouldBeNull();
        await tab.EndedAsync();
    }

    [Fact]
    public async Task ANewRole_IsTakenOverInPlace()
    {
        using var tab = await OpenAsync();
        var told = new TaskCompletionSource();
        tab.State.AuthenticationStateChanged += _ => told.TrySetResult();

        await portal.Get<PeopleDesk>().SetAdminAsync(tab.UserId, isAdmin: true, CancellationToken.None);

        await told.Task.WaitAsync(GiveUp);
        (await tab.State.GetAuthenticationStateAsync()).User.IsInRole(PortalRoles.Admin).ShouldBeTrue();
        tab.Current.IsEnded.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task ATabThatOpensWithAnEndedSession_KnowsNobody()
    {
        var (userId, _) = await portal.AddPersonAsync();
        using var tab = await OpenAsync(userId, begin: false);
        await tab.EndedAsync();
    }

    private async Task<Tab> OpenAsync(Guid? person = null, bool begin = true)
    {
        var userId = person ?? (await portal.AddPersonAsync()).Id;
        var session = begin ? await portal.Get<SessionStore>().BeginAsync(userId, CancellationToken.None) : "never begun";
        var stamp = (await portal.Get<AccessQueries>().ViewerAsync(userId, CancellationToken.None))!.Value.SecurityStamp;
        var state = new ServerAuthenticationStateProvider();
        state.SetAuthenticationState(Task.FromResult(new AuthenticationState(PersonClaims.Principal(userId, "Some Person", stamp, session, isAdmin: false))));
        var current = new CurrentPerson(state, portal.Get<SessionValidation>());
        var watch = new CircuitWatch(state, current, portal.Get<PersonSignals>(), portal.Get<SessionStore>(), portal.Get<AccessScopes>());
        await watch.OnCircuitOpenedAsync(null!, CancellationToken.None);
        return new Tab(userId, session, state, current, watch);
    }

    private sealed record Tab(Guid UserId, string Session, ServerAuthenticationStateProvider State, CurrentPerson Current, CircuitWatch Watch) : IDisposable
    {
        public async Task EndedAsync()
        {
            var ended = new TaskCompletionSource();
            await using var registration = Current.IsEnded.Register(() => ended.TrySetResult());
            await ended.Task.WaitAsync(GiveUp);
            (await Current.ScopeAsync()).ShouldBeNull();

            // The state follows the token within the same act.
            while ((await State.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated)
            {
                await Task.Yield();
            }
        }

        public void Dispose()
        {
            Watch.Dispose();
            Current.Dispose();
        }
    }
}
