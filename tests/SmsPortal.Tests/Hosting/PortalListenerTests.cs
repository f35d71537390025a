using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

public sealed class PortalListenerTests
{
    [Fact]
    public async Task Host_WithAForeignName_IsNotAnswered()
    {
        await using var app = await StartAsync(new PortalOptions { DataFolder = "unused", Port = 0, PublicUrl = new Uri("https://sms.example.org") });

        (await StatusAsync(app, "localhost")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(app, "sms.example.org")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(app, "attacker.example.org")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Port_ThatIsTaken_IsRefusedWithAWayOut()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = Should.Throw<StartRefusedException>(() => WebApplication.CreateSlimBuilder().AddPortalListener(new PortalOptions { DataFolder = "unused", Port = port }));

        refusal.Message.ShouldContain($"Port {port} is taken");
        refusal.Message.ShouldContain("SMSPORTAL_PORT=");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Certificate_OfEitherForm_EncryptsTheListener(bool pem)
    {
        using var folder = new TestFolder();
        var file = folder.At("certificate");
        using var made = SelfSigned();
        await File.WriteAllBytesAsync(file, pem ? [] : made.Export(X509ContentType.Pkcs12, "secret"));
        if (pem)
        {
            using var key = made.GetECDsaPrivateKey();
            await File.WriteAllTextAsync(file, made.ExportCertificatePem() + "\n" + key!.ExportPkcs8PrivateKeyPem() + "\n");
        }

        await using var app = await StartAsync(new PortalOptions { DataFolder = "unused", Port = 0, Certificate = file, CertificatePassword = pem ? null : "secret" });

        app.Urls.ShouldHaveSingleItem().ShouldStartWith("https://");
        (await StatusAsync(app, "localhost", trusted: made)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Certificate_ThatIsNone_IsRefusedAndNamesTheVariable()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.At("certificate"), "no certificate");

        Should.Throw<StartRefusedException>(() => WebApplication.CreateSlimBuilder().AddPortalListener(new PortalOptions { DataFolder = "unused", Port = 0, Certificate = folder.At("certificate") }))
            .Message.ShouldContain("SMSPORTAL_CERTIFICATE");
    }

    private static async Task<WebApplication> StartAsync(PortalOptions options)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.AddPortalListener(options);
        var app = builder.Build();
        app.MapGet("/", () => "ok");
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpStatusCode> StatusAsync(WebApplication app, string host, X509Certificate2? trusted = null)
    {
        using var handler = new SocketsHttpHandler();
        if (trusted is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(trusted);
            handler.SslOptions.CertificateChainPolicy = policy;
        }

        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        request.Headers.Host = host;
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
