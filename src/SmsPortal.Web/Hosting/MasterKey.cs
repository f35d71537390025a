using System.Security.Cryptography;
using System.Text;

namespace SmsPortal.Web.Hosting;

/// <summary>
/// The key that encrypts the key ring in the database, so that a dump of the database alone opens nothing. It lies outside of
/// the database: in SMSPORTAL_MASTER_KEY, in the file that SMSPORTAL_MASTER_KEY_FILE names, or in a file made at first start.
/// </summary>
public sealed class MasterKey
{
    private const int Bytes = 32;

    private MasterKey(byte[] key, string source)
    {
        Source = source;
        EncryptionKey = Derive(key, "SmsPortal key ring", Bytes);
        Id = Convert.ToHexStringLower(Derive(key, "SmsPortal master key id", 8));
    }

    /// <summary>Where the key came from, to be named to a person: a variable or a file.</summary>
    public string Source { get; }

    /// <summary>Tells two master keys apart without saying anything about them.</summary>
    public string Id { get; }

    /// <summary>The AES-256 key of the key ring.</summary>
    internal byte[] EncryptionKey { get; }

    /// <summary>Takes the key from the settings, or from the data folder, where it is made at first start.</summary>
    /// <exception cref="StartRefusedException">A key file cannot be read, or holds no key.</exception>
    public static MasterKey Open(PortalOptions options, Action<string> log)
    {
        if (options.MasterKey is { } text)
        {
            return Parse(text, "SMSPORTAL_MASTER_KEY");
        }

        var file = options.MasterKeyFile ?? Path.Combine(options.DataFolder, "master.key");
        try
        {
            if (!File.Exists(file))
            {
                DataFolder.Make(options.DataFolder);
                PrivateFile.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)) + "\n");
                log($"Made a master key in {file}: keep a copy of it apart from the database's backups, they cannot be opened without it.");
            }

            return Parse(File.ReadAllText(file).Trim(), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The master key in {file} cannot be read ({e.Message}): make it readable for this user, or set SMSPORTAL_MASTER_KEY or SMSPORTAL_MASTER_KEY_FILE.", e);
        }
    }

    /// <summary>Whether a text is a master key: 32 bytes as base64.</summary>
    public static bool TryParse(string text, out byte[] key)
    {
        key = new byte[Bytes];
        return Convert.TryFromBase64String(text, key, out var written) && written == Bytes;
    }

    private static MasterKey Parse(string text, string source) => TryParse(text, out var key)
        ? new MasterKey(key, source)
        : throw new StartRefusedException($"{source} holds no master key (32 random bytes in base64): put the right one back (a new one is made with `openssl rand -base64 32`), or set SMSPORTAL_MASTER_KEY.");

    private static byte[] Derive(byte[] key, string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, info: Encoding.UTF8.GetBytes(purpose));
}
