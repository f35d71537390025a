using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Hosting.Server;

namespace SmsPortal.Web.Hosting;

/// <summary>The frame around the host: a refusal becomes one plain message, a start one plain line, a signal an orderly end.</summary>
public static class PortalStart
{
    /// <summary>Runs the portal; 0 when it ended as asked, 1 when it could not start and the message says what to do.</summary>
    /// <param name="portal">Starts and runs the host; its token is cancelled when a signal asks the process to end, also while it starts.</param>
    public static async Task<int> RunAsync(Func<CancellationToken, Task> portal)
    {
        using var ending = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true; // not at once: the private database is stopped first
            ending.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        try
        {
            await portal(ending.Token);
            return 0;
        }
        catch (Exception e) when (ending.IsCancellationRequested && e is OperationCanceledException or StartRefusedException) // Ctrl-C reaches the database's tools as well
        {
            return 0;
        }
        catch (StartRefusedException refusal)
        {
            await Console.Error.WriteLineAsync("SmsPortal cannot start. " + refusal.Message);
            return 1;
        }
    }

    /// <summary>For what is said before the log exists, or whatever its level: one line on the standard output.</summary>
    public static void Say(string text) => Console.WriteLine("SmsPortal: " + text);

    /// <summary>Says where the portal answers, once it does: <c>SmsPortal: ready at http://localhost:8080</c>.</summary>
    public static WebApplication AnnounceStart(this WebApplication app, PortalOptions options)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var here = PortalListener.LocalUrl(options, app.Services.GetRequiredService<IServer>());
            Say(options.PublicUrl is { } url ? $"ready at {url.GetLeftPart(UriPartial.Authority)} (on this machine: {here})" : $"ready at {here}");
        });
        return app;
    }
}
