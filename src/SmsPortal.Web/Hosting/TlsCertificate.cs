using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SmsPortal.Web.Hosting;

/// <summary>The certificate that SMSPORTAL_CERTIFICATE names, with the chain that comes with it.</summary>
internal sealed class TlsCertificate
{
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2Collection _chain;

    private TlsCertificate(X509Certificate2 certificate, X509Certificate2Collection chain)
    {
        _certificate = certificate;
        _chain = chain;
    }

    /// <exception cref="StartRefusedException">The file cannot be opened, or holds no certificate with its key.</exception>
    public static TlsCertificate Load(string file, string? password)
    {
        try
        {
            var isPem = File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal);
            return isPem ? FromPem(file, password) : FromPkcs12(file, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The certificate in SMSPORTAL_CERTIFICATE ({file}) cannot be opened ({e.Message}): it is a PKCS#12 file, or a PEM file with certificate and key; its password is in SMSPORTAL_CERTIFICATE_PASSWORD.", e);
        }
    }

    public void Use(ListenOptions listen) => listen.UseHttps(https =>
    {
        https.ServerCertificate = _certificate;
        https.ServerCertificateChain = _chain;
    });

    private static TlsCertificate FromPem(string file, string? password)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        return new TlsCertificate(password is null ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password), chain);
    }

    private static TlsCertificate FromPkcs12(string file, string? password)
    {
        var chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        return new TlsCertificate(chain.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("it holds no private key"), chain);
    }
}
