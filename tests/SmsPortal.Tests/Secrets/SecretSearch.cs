using System.Text;

namespace SmsPortal.Tests.Secrets;

/// <summary>Looks for secrets in a text: plain, URL-encoded, hex, reversed, and base64 wherever they begin in the encoded bytes.</summary>
internal static class SecretSearch
{
    /// <summary>What was found, by secret and form; the secret itself is not repeated.</summary>
    public static IReadOnlyList<string> Find(string text, IReadOnlyDictionary<string, string> secrets) =>
        [.. from secret in secrets from form in Forms(secret.Value) where text.Contains(form.Text, StringComparison.OrdinalIgnoreCase) select $"{secret.Key} as {form.Name}"];

    private static IEnumerable<(string Name, string Text)> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return ("plain", secret);
        yield return ("URL", Uri.EscapeDataString(secret));
        yield return ("form", System.Net.WebUtility.UrlEncode(secret));
        yield return ("hex", Convert.ToHexString(bytes));
        yield return ("hex of UTF-16", Convert.ToHexString(Encoding.Unicode.GetBytes(secret)));
        yield return ("reversed", new string([.. secret.Reverse()]));
        for (var before = 0; before < 3; before++)
        {
            // "user:KEY" moves the key against the groups of three bytes; what touches its neighbours is left out.
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var inner = encoded[(before == 0 ? 0 : 4)..(encoded.Length - 4)];
            yield return ($"base64 at {before}", inner);
            yield return ($"base64url at {before}", inner.Replace('+', '-').Replace('/', '_'));
        }
    }
}
