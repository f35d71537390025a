using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace SmsPortal.Web.Hosting;

/// <summary>Encrypts the secret part of each key of the ring: <c>&lt;masterKeyEncrypted master="id"&gt;base64(nonce, tag, ciphertext)&lt;/…&gt;</c>, AES-256-GCM.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKey master) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(MasterKeyXml.Encrypt(plaintextElement, master), typeof(MasterKeyXmlDecryptor));
}

/// <summary>The way back. The database names this type by its full name: moving it makes the stored keys unreadable.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        MasterKeyXml.Decrypt(encryptedElement, services.GetRequiredService<MasterKey>());
}

/// <summary>The one format of both.</summary>
internal static class MasterKeyXml
{
    public static readonly XName Element = "masterKeyEncrypted";
    private static readonly XName MasterId = "master";
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    public static XElement Encrypt(XElement plain, MasterKey master)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceSize + TagSize + text.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(master.EncryptionKey, TagSize);
        aes.Encrypt(nonce, text, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(master.Id));
        CryptographicOperations.ZeroMemory(text);
        return new XElement(Element, new XAttribute(MasterId, master.Id), Convert.ToBase64String(sealedBytes));
    }

    /// <exception cref="CryptographicException">Encrypted with another master key, or altered.</exception>
    public static XElement Decrypt(XElement encrypted, MasterKey master)
    {
        if (!IsBy(encrypted, master))
        {
            throw new CryptographicException("The key was encrypted with another master key.");
        }

        var sealedBytes = Convert.FromBase64String(encrypted.Value);
        var text = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(master.EncryptionKey, TagSize);
        aes.Decrypt(sealedBytes.AsSpan(0, NonceSize), sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), text, Encoding.UTF8.GetBytes(master.Id));
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    /// <summary>Whether this master key encrypted it.</summary>
    public static bool IsBy(XElement encrypted, MasterKey master) =>
        string.Equals((string?)encrypted.Attribute(MasterId), master.Id, StringComparison.Ordinal);
}
