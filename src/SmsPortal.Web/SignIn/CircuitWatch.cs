using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using SmsPortal.Live;
using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>
/// Ends a circuit's person when she is disabled, signed out or her password changed: the circuit knows nobody any more, pages close what they listen to,
/// and the router leaves for the sign-in page. A changed role is taken over in place.
/// </summary>
internal sealed class CircuitWatch(AuthenticationStateProvider state, CurrentPerson current, PersonSignals signals, SessionStore sessions, AccessScopes scopes) : CircuitHandler, IDisposable
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());
    private IDisposable? _registration;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var person = (await state.GetAuthenticationStateAsync()).User;
        if (PersonClaims.Id(person) is { } userId)
        {
            // Register first, then check: no change falls between.
            _registration = signals.Register(userId, stopping => CheckAsync(userId, stopping));
            await CheckAsync(userId, cancellationToken);
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _registration?.Dispose();

    private async Task CheckAsync(Guid userId, CancellationToken cancellationToken)
    {
        var person = (await state.GetAuthenticationStateAsync()).User;
        var (stamp, session) = (PersonClaims.Stamp(person), PersonClaims.SessionOf(person));
        if (!await sessions.StandsAsync(userId, stamp, session, cancellationToken) || await scopes.GetAsync(userId, cancellationToken) is not { } scope)
        {
            Dispose();
            current.End();
            Say(Nobody);
        }
        else if (scope.Viewer.SeesAll != person.IsInRole(Model.PortalRoles.Admin))
        {
            Say(PersonClaims.Principal(userId, PersonClaims.Name(person), stamp, session, scope.Viewer.SeesAll));
        }
    }

    private void Say(ClaimsPrincipal person) => ((IHostEnvironmentAuthenticationStateProvider)state).SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
}
