using System.Net;
using Npgsql;

namespace SmsPortal.Web.Hosting;

/// <summary>Reads <see cref="PortalOptions"/> from the configuration (the environment, or <c>--SMSPORTAL_PORT=8081</c>) and checks all of it at once.</summary>
public static class PortalOptionsReader
{
    /// <exception cref="StartRefusedException">Lists every mistake, each with its variable.</exception>
    public static PortalOptions Read(IConfiguration configuration)
    {
        var settings = new SettingReader(configuration);
        var demo = settings.Flag("SMSPORTAL_DEMO");
        var simulator = settings.Site("SMSPORTAL_DEMO_SIMULATOR");
        var options = new PortalOptions
        {
            DataFolder = DataPath(settings, demo),
            ConnectionString = ConnectionString(settings),
            MasterKey = MasterKeyText(settings),
            MasterKeyFile = settings.ExistingFile("SMSPORTAL_MASTER_KEY_FILE"),
            Bind = Bind(settings),
            Port = settings.Number("SMSPORTAL_PORT", 8080, 0, IPEndPoint.MaxPort),
            PublicUrl = settings.Site("SMSPORTAL_PUBLIC_URL"),
            Certificate = settings.ExistingFile("SMSPORTAL_CERTIFICATE"),
            CertificatePassword = settings.Text("SMSPORTAL_CERTIFICATE_PASSWORD"),
            TrustedProxies = Proxies(settings),
            AdminEmail = settings.Text("SMSPORTAL_ADMIN_EMAIL"),
            AdminPassword = settings.Text("SMSPORTAL_ADMIN_PASSWORD"),
            AllowPrivateHosts = [.. PrivateHosts(settings), .. demo && simulator is not null ? new[] { simulator.Host } : []],
            LogLevel = settings.Choice("SMSPORTAL_LOG_LEVEL", LogLevel.Information),
            Demo = demo,
            DemoSimulator = simulator,
        };

        CheckTogether(options, settings);
        return settings.Mistakes.Count == 0
            ? options
            : throw new StartRefusedException("The settings do not fit (each is an environment variable, described in .env.example):\n" + string.Join('\n', settings.Mistakes.Select(mistake => "  - " + mistake)));
    }

    private static void CheckTogether(PortalOptions options, SettingReader settings)
    {
        settings.Require(options.MasterKey is null || options.MasterKeyFile is null, "SMSPORTAL_MASTER_KEY_FILE", "and SMSPORTAL_MASTER_KEY are both set: name the key once");
        settings.Require(!options.Demo || settings.Text("SMSPORTAL_DEMO_SIMULATOR") is not null, "SMSPORTAL_DEMO_SIMULATOR", "is needed in a demo: start it with ./src/run.sh --demo, which sets it");
        settings.Require(options.CertificatePassword is null || settings.Text("SMSPORTAL_CERTIFICATE") is not null, "SMSPORTAL_CERTIFICATE", "is needed where SMSPORTAL_CERTIFICATE_PASSWORD is set");
        settings.Require((options.AdminEmail is null) == (options.AdminPassword is null), "SMSPORTAL_ADMIN_EMAIL", "and SMSPORTAL_ADMIN_PASSWORD are set together");
        settings.Require(options.AdminEmail is null || (options.AdminEmail.IndexOf('@') > 0 && !options.AdminEmail.EndsWith('@')), "SMSPORTAL_ADMIN_EMAIL", "is an e-mail address");
        settings.Require(options.AdminPassword is null or { Length: >= 12 }, "SMSPORTAL_ADMIN_PASSWORD", "has at least 12 characters");

        if (options.Bind is null)
        {
            return;
        }

        // Beyond this machine, nothing goes unencrypted.
        settings.Require(!options.Demo, "SMSPORTAL_BIND", "stays on this machine in a demo, whose passwords everybody knows");
        settings.Require(options.PublicUrl?.Scheme != Uri.UriSchemeHttp && settings.Text("SMSPORTAL_PUBLIC_URL") is not null, "SMSPORTAL_PUBLIC_URL", "is needed beyond this machine (SMSPORTAL_BIND), and begins with https://");
        settings.Require(
            settings.Text("SMSPORTAL_CERTIFICATE") is not null || settings.Text("SMSPORTAL_TRUSTED_PROXY") is not null,
            "SMSPORTAL_CERTIFICATE",
            "or SMSPORTAL_TRUSTED_PROXY is needed beyond this machine (SMSPORTAL_BIND): the portal encrypts with the certificate, or a proxy in front of it does");
    }

    private static string DataPath(SettingReader settings, bool demo)
    {
        var chosen = settings.Text("SMSPORTAL_DATA") ?? DataFolder.Default();
        if (chosen is null)
        {
            return settings.Mistake("SMSPORTAL_DATA", "is needed, as this user has no home folder", "");
        }

        var path = Path.GetFullPath(chosen);
        return demo ? Path.Combine(path, "demo") : path;
    }

    // Npgsql's own message may repeat the value, which holds a password: only what is wrong is said.
    private static string? ConnectionString(SettingReader settings)
    {
        const string name = "SMSPORTAL_CONNECTION_STRING";
        if (settings.Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            settings.Require(parsed.Host is not null && parsed.Database is not null, name, "names a Host and a Database");
            return text;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return settings.Mistake<string?>(name, "is a PostgreSQL connection string, such as Host=db;Database=smsportal;Username=smsportal;Password=…", null);
        }
    }

    private static string? MasterKeyText(SettingReader settings)
    {
        const string name = "SMSPORTAL_MASTER_KEY";
        var text = settings.Text(name);
        settings.Require(text is null || MasterKey.TryParse(text, out _), name, "is 32 random bytes in base64: make one with `openssl rand -base64 32`");
        return text;
    }

    private static IPAddress? Bind(SettingReader settings) => settings.Text("SMSPORTAL_BIND") switch
    {
        null or "localhost" => null,
        "*" => IPAddress.IPv6Any,
        var text when IPAddress.TryParse(text, out var address) => IPAddress.IsLoopback(address) ? null : address,
        _ => settings.Mistake<IPAddress?>("SMSPORTAL_BIND", "is localhost, * for every address of this machine, or one IP address", null),
    };

    private static List<IPNetwork> Proxies(SettingReader settings)
    {
        const string name = "SMSPORTAL_TRUSTED_PROXY";
        var proxies = new List<IPNetwork>();
        foreach (var text in settings.List(name))
        {
            if (IPAddress.TryParse(text, out var address))
            {
                proxies.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(text, out var network))
            {
                proxies.Add(network);
            }
            else
            {
                settings.Mistake(name, $"lists IP addresses or networks such as 172.16.0.0/12, separated by commas; \"{text}\" is neither", 0);
            }
        }

        return proxies;
    }

    private static IReadOnlyList<string> PrivateHosts(SettingReader settings)
    {
        const string name = "SMSPORTAL_ALLOW_PRIVATE_HOSTS";
        var hosts = settings.List(name);
        foreach (var host in hosts.Where(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
        {
            settings.Mistake(name, $"lists host names or IP addresses, separated by commas; \"{host}\" is neither", 0);
        }

        return hosts;
    }
}
