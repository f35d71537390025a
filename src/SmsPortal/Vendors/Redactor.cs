using System.Text;

namespace SmsPortal.Vendors;

/// <summary>Replaces keys in text by ***, in every form a vendor or a library may echo them: plain, URL-encoded, base64, hex.</summary>
public sealed class Redactor
{
    private readonly string[] _forms;

    public Redactor(IEnumerable<string> secrets) =>
        _forms = [.. secrets.Where(secret => secret.Length >= 4).SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];

    /// <summary>The text without keys.</summary>
    public string Redact(string text) => _forms.Aggregate(text, (current, form) => current.Replace(form, "***", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return [secret, Uri.EscapeDataString(secret), WebUtilityEncode(secret), Convert.ToBase64String(bytes), Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexString(bytes)];
    }

    private static string WebUtilityEncode(string secret) => System.Net.WebUtility.UrlEncode(secret) ?? secret;
}
