using Microsoft.AspNetCore.Hosting.Server;
using SmsPortal.People;
using SmsPortal.Web.Hosting;

namespace SmsPortal.Web.SignIn;

/// <summary>At each start: the roles, and while nobody is there the first admin from the environment or a set-up token for the log.</summary>
internal sealed class FirstStart(SetUpDesk setUp, PortalOptions options, IServer server) : IHostedLifecycleService
{
    private string? _token;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await setUp.MakeRolesAsync(cancellationToken);
        if (options.AdminEmail is { } email && options.AdminPassword is { } password)
        {
            await MakeAdminAsync(email, password, cancellationToken);
        }
        else if (!options.Demo && await setUp.IsEmptyAsync(cancellationToken))
        {
            _token = await setUp.NewTokenAsync(cancellationToken);
        }
    }

    // Only now the port is known.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_token is not null)
        {
            var site = options.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? PortalListener.LocalUrl(options, server);
            PortalStart.Say($"nobody is here yet. Make the first admin at {site}/setup?token={_token} (good once, until the next start).");
            _token = null;
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeAdminAsync(string email, string password, CancellationToken cancellationToken)
    {
        var made = await setUp.CreateFirstAsync(new NewPerson { Email = email, DisplayName = email.Split('@')[0], Password = password, IsAdmin = true }, cancellationToken);
        if (made.Problems.Count > 0 && !made.Problems.Contains(PersonProblem.TokenWrong))
        {
            throw new StartRefusedException("The first admin cannot be made from SMSPORTAL_ADMIN_EMAIL and SMSPORTAL_ADMIN_PASSWORD: " + string.Join(' ', made.Problems.Select(SignInTexts.Of)));
        }
    }
}
