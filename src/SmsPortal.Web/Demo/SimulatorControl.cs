using System.Net.Http.Json;
using System.Text.Json;
using SmsPortal.Http;

namespace SmsPortal.Web.Demo;

/// <summary>Speaks to the simulator's control API, which the demo alone does.</summary>
internal sealed class SimulatorControl(OutboundHttp http, Uri simulator)
{
    public Uri AddressOf(string path) => new(simulator, path);

    public async Task PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(simulator, "control/" + path)) { Content = JsonContent.Create(body, options: JsonSerializerOptions.Web) };
        var answer = await http.SendAsync(request, cancellationToken);
        if (answer.Status >= 300)
        {
            throw new InvalidOperationException($"The simulator refused {path} with {answer.Status}: {answer.Text}");
        }
    }
}
