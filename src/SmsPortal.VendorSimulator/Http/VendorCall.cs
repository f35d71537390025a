using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SmsPortal.VendorSimulator.Http;

/// <summary>One request to a vendor, read to its end, so that a handler needs neither the connection nor a task.</summary>
public sealed class VendorCall
{
    private readonly Dictionary<string, string> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _form = new(StringComparer.Ordinal);

    private VendorCall(HttpRequest request, string vendor, string path)
    {
        Vendor = vendor;
        Path = path.Trim('/');
        Method = request.Method;
        Host = request.Host.Value ?? "";
        Root = $"{request.Scheme}://{Host}";
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Query)
        {
            _query[name] = value.ToString();
        }
    }

    public string Vendor { get; }

    /// <summary>Below the vendor's base address, without slashes at its ends.</summary>
    public string Path { get; }

    public string Method { get; }

    public string Host { get; }

    /// <summary>Scheme and host as the caller addressed the simulator, for links in answers.</summary>
    public string Root { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public JsonNode? Json { get; private set; }

    public bool BodyIsBroken { get; private set; }

    public bool Observed { get; internal set; }

    /// <summary>Values of the pattern's <c>{segments}</c>.</summary>
    public IReadOnlyDictionary<string, string> Segments { get; internal set; } = new Dictionary<string, string>();

    public string? Bearer => Headers.TryGetValue("Authorization", out var value) && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? value["Bearer ".Length..].Trim()
        : null;

    /// <summary>A parameter wherever it was sent: JSON body, form, query. Empty text counts as not sent.</summary>
    public string? Field(string name)
    {
        var value = Json is JsonObject body && body.TryGetPropertyValue(name, out var node) ? Text(node)
            : _form.TryGetValue(name, out var field) ? field
            : _query.GetValueOrDefault(name);
        return string.IsNullOrEmpty(value) ? null : value;
    }

    public int? Number(string name) =>
        int.TryParse(Field(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public decimal? Money(string name) =>
        decimal.TryParse(Field(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool IsInQuery(string name) => _query.ContainsKey(name);

    public static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    internal static async Task<VendorCall> ReadAsync(HttpContext http, string vendor, string path)
    {
        var call = new VendorCall(http.Request, vendor, path);
        if (http.Request.HasFormContentType)
        {
            foreach (var (name, value) in await http.Request.ReadFormAsync(http.RequestAborted))
            {
                call._form[name] = value.ToString();
            }

            return call;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        if (body.Length > 0)
        {
            try
            {
                call.Json = JsonNode.Parse(body);
            }
            catch (JsonException)
            {
                call.BodyIsBroken = true;
            }
        }

        return call;
    }
}
