using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsPortal.Http;
using SmsPortal.Vendors;

namespace SmsPortal.Tests.Vendors;

/// <summary>A vendor that answers as told, path by path, for cases that a faithful simulator does not have. What is not told is a 404 page.</summary>
internal sealed class ScriptedVendor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OutboundHttp _outbound;
    private readonly ConcurrentDictionary<string, (int Status, string Body)> _answers = new(StringComparer.Ordinal);

    private ScriptedVendor(WebApplication app, OutboundHttp outbound)
    {
        _app = app;
        _outbound = outbound;
    }

    /// <summary>The calls so far: the path, and the value of one form field where it was sent.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The account's session; each vendor has one memory.</summary>
    public required VendorSession Session { get; init; }

    public static async Task<ScriptedVendor> StartAsync(TimeProvider time, params (string Name, string Value)[] credentials)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        ScriptedVendor? vendor = null;
        app.Run(http => vendor!.AnswerAsync(http));
        await app.StartAsync();
        var keys = new VendorCredentials(credentials.ToDictionary(field => field.Name, field => new Secret(field.Value)));
        var outbound = new OutboundHttp(Options.Create(new OutboundOptions { AllowedPrivateHosts = new HashSet<string> { "127.0.0.1" } }));
        return vendor = new ScriptedVendor(app, outbound)
        {
            Session = new VendorSession(new Uri(app.Urls.First() + "/"), keys, new VendorHttp(outbound, time, new Redactor(keys.Values)), time, new VendorMemory()),
        };
    }

    /// <summary>From now on the path, or "*" for every other, answers so. With <paramref name="about"/> only for calls that carry it in a form field, e.g. an order code.</summary>
    public void Answer(string path, string body, int status = 200, string about = "") => _answers[$"{path} {about}".TrimEnd()] = (status, body);

    public async ValueTask DisposeAsync()
    {
        _outbound.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimStart('/');
        var sent = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync()).Select(field => field.Value.ToString()).ToList() : [];
        var about = sent.Select(value => $"{path} {value}").FirstOrDefault(_answers.ContainsKey) ?? path;
        Calls.Enqueue(about);
        var (status, body) = _answers.GetValueOrDefault(about, _answers.GetValueOrDefault("*", (404, "<html>Not Found</html>")));
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body);
    }
}
