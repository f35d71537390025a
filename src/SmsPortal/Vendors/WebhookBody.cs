using System.Net;
using System.Text;
using System.Text.Json;
using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Vendors;

/// <summary>
/// Reads a webhook's body as one JSON object, however it was sent: JSON, URL-encoded form, or the multipart form that PHP's curl makes of an array
/// (no vendor specifies the encoding: field-notes 1.4 T11).
/// </summary>
public static class WebhookBody
{
    /// <summary>The fields of the post as a JSON object (form values as texts); null when the body is none of the three. Never throws.</summary>
    public static JsonElement? Read(WebhookPost post)
    {
        var body = post.Body.AsSpan();
        var text = Encoding.UTF8.GetString(body.StartsWith(Encoding.UTF8.Preamble) ? body[3..] : body).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        return text[0] is '{' or '[' ? FromJson(text)
            : text.StartsWith("--", StringComparison.Ordinal) ? FromFields(MultipartFields(text))
            : FromFields(FormFields(text));
    }

    private static JsonElement? FromJson(string text)
    {
        try
        {
            var json = LenientJson.Parse(new VendorAnswer(200, text, CallEffect.None));
            return json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 ? json[0] : json;
        }
        catch (VendorException)
        {
            return null;
        }
    }

    private static JsonElement? FromFields(IEnumerable<(string Name, string Value)> fields)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            members[name] = value;
        }

        return members.Count == 0 ? null : JsonSerializer.SerializeToElement(members);
    }

    private static IEnumerable<(string Name, string Value)> FormFields(string text) =>
        from pair in text.Split('&')
        let at = pair.IndexOf('=', StringComparison.Ordinal)
        where at > 0
        select (WebUtility.UrlDecode(pair[..at]), WebUtility.UrlDecode(pair[(at + 1)..]));

    // --boundary CRLF Content-Disposition: form-data; name="reply" CRLF CRLF value CRLF --boundary--
    private static IEnumerable<(string Name, string Value)> MultipartFields(string text)
    {
        const string marker = "name=\"";
        var boundary = text.Split('\r', '\n')[0];
        foreach (var part in text.Split(boundary, StringSplitOptions.RemoveEmptyEntries))
        {
            var head = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var name = head < 0 ? -1 : part.IndexOf(marker, 0, head, StringComparison.Ordinal);
            var close = name < 0 ? -1 : part.IndexOf('"', name + marker.Length);
            if (close > 0 && close < head)
            {
                var value = part[(head + 4)..];
                yield return (part[(name + marker.Length)..close], value.EndsWith("\r\n", StringComparison.Ordinal) ? value[..^2] : value);
            }
        }
    }
}
