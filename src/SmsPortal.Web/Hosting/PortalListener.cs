using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SmsPortal.Web.Hosting;

/// <summary>Where the portal listens, for which names, and which proxies it believes.</summary>
public static class PortalListener
{
    /// <summary>Sets up the listening address, the host names that are answered, and the trusted proxies (used by <c>UseForwardedHeaders</c>).</summary>
    /// <exception cref="StartRefusedException">The port is taken, or the certificate cannot be opened.</exception>
    public static WebApplicationBuilder AddPortalListener(this WebApplicationBuilder builder, PortalOptions options)
    {
        PortCheck.EnsureFree(options);
        var certificate = options.Certificate is { } file ? TlsCertificate.Load(file, options.CertificatePassword) : null;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Listen(kestrel, options, listen => certificate?.Use(listen));
        });

        // A foreign name that resolves to this machine (DNS rebinding) is not answered.
        builder.Services.PostConfigure<HostFilteringOptions>(filter =>
            filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. options.PublicUrl is { } url ? new[] { url.Host } : []]);

        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
        {
            headers.KnownIPNetworks.Clear();
            headers.KnownProxies.Clear();
            foreach (var proxy in options.TrustedProxies)
            {
                headers.KnownIPNetworks.Add(proxy);
            }

            headers.ForwardedHeaders = options.TrustedProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
        });
        return builder;
    }

    /// <summary>The address that a person opens on this machine, once the server is bound to a port.</summary>
    public static string LocalUrl(PortalOptions options, IServer server)
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return LocalUrl(options, bound is null ? options.Port : BindingAddress.Parse(bound).Port);
    }

    /// <summary>The address that a person opens on this machine, such as <c>http://localhost:8080</c>.</summary>
    public static string LocalUrl(PortalOptions options, int port)
    {
        var scheme = options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        var isLocal = options.Bind is null || options.Bind.Equals(IPAddress.Any) || options.Bind.Equals(IPAddress.IPv6Any);
        return new UriBuilder(scheme, isLocal ? "localhost" : options.Bind!.ToString(), port).Uri.GetLeftPart(UriPartial.Authority);
    }

    private static void Listen(KestrelServerOptions kestrel, PortalOptions options, Action<ListenOptions> encrypt)
    {
        if (options.Bind is { } address)
        {
            kestrel.Listen(address, options.Port, encrypt);
        }
        else if (options.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0, encrypt); // both loopback addresses at once need a number
        }
        else
        {
            kestrel.ListenLocalhost(options.Port, encrypt);
        }
    }
}
