using System.Net;
using System.Net.Sockets;

namespace SmsPortal.Web.Hosting;

/// <summary>Asks for the port before anything else starts, so that the answer comes at once and in words.</summary>
internal static class PortCheck
{
    /// <exception cref="StartRefusedException">The port cannot be listened on.</exception>
    public static void EnsureFree(PortalOptions options)
    {
        if (options.Port == 0)
        {
            return;
        }

        foreach (var address in options.Bind is { } bind ? [bind] : new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            try
            {
                using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                probe.Bind(new IPEndPoint(address, options.Port));
            }
            catch (SocketException e) when (Refusal(options, e) is { } refusal)
            {
                throw new StartRefusedException(refusal, e);
            }
        }
    }

    private static string? Refusal(PortalOptions options, SocketException e) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => FormattableString.Invariant(
            $"Port {options.Port} is taken by another program (another portal?): stop that one, or choose another port: SMSPORTAL_PORT={(options.Port % IPEndPoint.MaxPort) + 1}"),
        SocketError.AccessDenied => FormattableString.Invariant($"This user may not use port {options.Port}: choose one above 1023 in SMSPORTAL_PORT."),
        _ when options.Bind is not null => $"The portal cannot listen on {options.Bind} ({e.Message}): name an address of this machine in SMSPORTAL_BIND.",
        _ => null, // a machine without IPv6: the other loopback address serves
    };
}
