using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using SmsPortal.VendorSimulator;

namespace SmsPortal.Tests.VendorSimulator;

/// <summary>A simulator on a port of its own, spoken to by raw HTTP only, as a stranger would.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    public const string SmsPoolKey = "simsmspoolkey0000000000000000032";

    private readonly WebApplication _app;

    private SimulatorServer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public Simulator Simulator => _app.Services.GetRequiredService<Simulator>();

    public static async Task<SimulatorServer> StartAsync(Action<SimulatorOptions>? configure = null)
    {
        var app = SimulatorHost.Build([], options =>
        {
            options.Url = "http://127.0.0.1:0";
            options.Profile = "manual";
            configure?.Invoke(options);
        });
        await app.StartAsync();
        return new SimulatorServer(app);
    }

    public void Advance(double seconds) => Simulator.Clock.Advance(TimeSpan.FromSeconds(seconds));

    public async Task<JsonNode> ControlAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync("/control/" + path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async Task<JsonNode> ControlAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri("/control/" + path, UriKind.Relative)))!;

    /// <summary>Delivers a text and answers what the control API said about it.</summary>
    public Task<JsonNode> DeliverAsync(string vendor, string text, string? number = null, string? line = null, string from = "22000") =>
        ControlAsync("deliver", new { vendor, text, number, line, from });

    public Task<JsonNode> CoolSmsAsync(string call, object? body = null, string token = "sim-coolsms-token") =>
        JsonAsync(HttpMethod.Post, "/coolsms/coolapi/" + call, JsonContent.Create(body ?? new { }), request => request.Headers.Add("X-Auth-Token", token));

    public Task<JsonNode> SmsPoolAsync(string call, params (string Name, string Value)[] fields) =>
        JsonAsync(HttpMethod.Post, "/smspool/" + call, Form([("key", SmsPoolKey), .. fields]));

    public Task<JsonNode> GetSmsAsync(string command, params (string Name, string Value)[] fields) =>
        JsonAsync(HttpMethod.Post, "/getsms/api_command.php", Form([("cmd", command), ("user", "demo"), ("api_key", "sim-getsms-key"), .. fields]));

    public Task<JsonNode> SmsPinsAsync(string call) => JsonAsync(HttpMethod.Get, "/smspins/apiv2/sim-smspins-key/" + call);

    public async Task<string> JookSmsTokenAsync() => Text((await JsonAsync(
        HttpMethod.Post, "/jooksms/api/v1/oauth/access_token", Form(("client_id", "sim-jook-id"), ("client_secret", "sim-jook-secret"))))["access_token"]);

    public async Task<JsonNode> JookSmsAsync(HttpMethod method, string call, object? body = null, string? token = null)
    {
        token ??= await JookSmsTokenAsync();
        return await JsonAsync(method, "/jooksms/api/v1/" + call, body is null ? null : JsonContent.Create(body),
            request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token));
    }

    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, HttpContent? content = null, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        prepare?.Invoke(request);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldStartWithJson($"{method} {path}: {(int)answer.StatusCode}");
        return JsonNode.Parse(text)!;
    }

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public static string Text(JsonNode? node) => node.ShouldNotBeNull().ToString();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

internal static class JsonShouldExtensions
{
    public static void ShouldStartWithJson(this string text, string message) =>
        (text.StartsWith('{') || text.StartsWith('[')).ShouldBeTrue($"{message} answered {text}");
}
