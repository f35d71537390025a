using System.Net.Http.Headers;
using System.Text;

namespace SmsPortal.Http;

/// <summary>A whole answer: status, headers and the body, already within the size limit.</summary>
public sealed record OutboundAnswer(int Status, HttpResponseHeaders Headers, string? MediaType, string? Charset, byte[] Body)
{
    /// <summary>The body as text: the declared character set where it is known, else UTF-8 with replacement characters.</summary>
    public string Text => Decode();

    private string Decode()
    {
        if (Charset is { Length: > 0 } name && !name.Contains("utf", StringComparison.OrdinalIgnoreCase) && !LooksLikeUtf8(Body))
        {
            try
            {
                return Encoding.GetEncoding(name.Trim('"')).GetString(Body);
            }
            catch (ArgumentException)
            {
                // An unknown name: the vendors' answers are UTF-8 in practice.
            }
        }

        return Encoding.UTF8.GetString(Body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Body.AsSpan(3) : Body);
    }

    private static bool LooksLikeUtf8(byte[] body) => System.Text.Unicode.Utf8.IsValid(body);
}
