using System.Net.Http.Headers;
using System.Text;

namespace SmsPortal.Vendors;

/// <summary>One call: a fresh HTTP message is made of it for each try.</summary>
public sealed record VendorRequest(HttpMethod Method, Uri Address, CallEffect Effect = CallEffect.None)
{
    /// <summary>Form fields, sent percent-encoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Form { get; init; }

    /// <summary>A JSON body.</summary>
    public string? Json { get; init; }

    /// <summary>A bearer token.</summary>
    public string? Bearer { get; init; }

    /// <summary>More headers, such as <c>X-Auth-Token</c>.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    internal HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("SmsPortal", "1.0"));
        if (Bearer is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
        }

        foreach (var (name, value) in Headers ?? new Dictionary<string, string>())
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Content = Form is not null ? new FormUrlEncodedContent(Form)
            : Json is not null ? new StringContent(Json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"))
            : null;
        return message;
    }
}
