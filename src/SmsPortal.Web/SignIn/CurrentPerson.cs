using Microsoft.AspNetCore.Components.Authorization;
using SmsPortal.Live;

namespace SmsPortal.Web.SignIn;

/// <summary>Who looks at this page, for pages and circuits to ask. What she may see is asked anew each time: it is remembered per node and forgotten when it changes.</summary>
public sealed class CurrentPerson(AuthenticationStateProvider state, SessionValidation validation) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    /// <summary>The person's id; known after the first <see cref="ScopeAsync"/>.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The name that others see; known after the first <see cref="ScopeAsync"/>.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Cancelled when the person may no longer be here: disabled, signed out, or her password changed.</summary>
    public CancellationToken IsEnded => _ended.Token;

    /// <summary>What the person may see now; null when she may no longer be here.</summary>
    public async ValueTask<AccessScope?> ScopeAsync()
    {
        if (_ended.IsCancellationRequested)
        {
            return null;
        }

        var person = (await state.GetAuthenticationStateAsync()).User;
        if (PersonClaims.Id(person) is not { } id || await validation.ScopeAsync(person, CancellationToken.None) is not { } scope)
        {
            return null;
        }

        PersonId = id;
        DisplayName = PersonClaims.Name(person);
        return scope;
    }

    internal void End() => _ended.Cancel();

    public void Dispose() => _ended.Dispose();
}
