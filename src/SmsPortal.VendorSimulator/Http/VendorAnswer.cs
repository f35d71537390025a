using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmsPortal.VendorSimulator.Http;

/// <summary>What a vendor answers; faults may change it on its way out.</summary>
public sealed record VendorAnswer(int Status, string Body, string ContentType = VendorAnswer.JsonType)
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string HtmlType = "text/html; charset=utf-8";

    // PHP and Python escape everything outside ASCII; SMSPool was seen to send plain UTF-8.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static VendorAnswer Json(JsonNode? body, int status = 200) => new(status, body?.ToJsonString() ?? "null");

    public static VendorAnswer Utf8Json(JsonNode? body, int status = 200) => new(status, body?.ToJsonString(Plain) ?? "null");

    public static VendorAnswer Html(int status, string title) =>
        new(status, $"<html>\r\n<head><title>{status} {title}</title></head>\r\n<body>\r\n<center><h1>{status} {title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n", HtmlType);
}
