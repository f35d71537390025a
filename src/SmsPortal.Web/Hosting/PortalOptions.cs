using System.Net;
using Microsoft.Extensions.Logging;

namespace SmsPortal.Web.Hosting;

/// <summary>
/// Every setting of the portal's start. Each has one environment variable, <c>SMSPORTAL_…</c>, described in <c>.env.example</c>;
/// <see cref="PortalOptionsReader"/> reads and checks them. A class, not a record: it holds secrets and must not print itself.
/// </summary>
public sealed class PortalOptions
{
    /// <summary>SMSPORTAL_DATA: where a private database and the key file lie; demo data in a folder of its own below.</summary>
    public required string DataFolder { get; init; }

    /// <summary>SMSPORTAL_CONNECTION_STRING: a PostgreSQL of one's own; none: the portal starts a private one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>SMSPORTAL_MASTER_KEY: 32 bytes as base64 that encrypt the key ring.</summary>
    public string? MasterKey { get; init; }

    /// <summary>SMSPORTAL_MASTER_KEY_FILE: the file that holds the master key; none: <c>master.key</c> in the data folder, made at first start.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>SMSPORTAL_BIND: the address to listen on; null is the loopback, by both its addresses.</summary>
    public IPAddress? Bind { get; init; }

    /// <summary>SMSPORTAL_PORT: 0 takes any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>SMSPORTAL_PUBLIC_URL: the address that people and vendors use, without a path.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>SMSPORTAL_CERTIFICATE: a PKCS#12 file, or a PEM file with certificate and key.</summary>
    public string? Certificate { get; init; }

    /// <summary>SMSPORTAL_CERTIFICATE_PASSWORD.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>SMSPORTAL_TRUSTED_PROXY: the proxies whose X-Forwarded headers are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>SMSPORTAL_ADMIN_EMAIL: the first admin, made when there is no person yet.</summary>
    public string? AdminEmail { get; init; }

    /// <summary>SMSPORTAL_ADMIN_PASSWORD: used once, for the first admin.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>SMSPORTAL_ALLOW_PRIVATE_HOSTS: hosts that may be called although their address is private; in a demo also the simulator's.</summary>
    public IReadOnlyList<string> AllowPrivateHosts { get; init; } = [];

    /// <summary>SMSPORTAL_LOG_LEVEL.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>SMSPORTAL_DEMO, set by <c>run.sh --demo</c>: simulated vendors, a database of its own.</summary>
    public bool Demo { get; init; }

    /// <summary>SMSPORTAL_DEMO_SIMULATOR, set by <c>run.sh --demo</c>: where the simulated vendors answer.</summary>
    public Uri? DemoSimulator { get; init; }
}
