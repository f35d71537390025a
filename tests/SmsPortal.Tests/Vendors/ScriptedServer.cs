using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsPortal.Http;
using SmsPortal.Vendors;

namespace SmsPortal.Tests.Vendors;

/// <summary>A loopback server that answers by a function of the call, for tests that count tokens or shift pages while they are read.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OutboundHttp _http;

    private ScriptedServer(WebApplication app)
    {
        _app = app;
        BaseAddress = new Uri(app.Urls.Single() + "/");
        _http = new OutboundHttp(Options.Create(new OutboundOptions { AllowedPrivateHosts = new HashSet<string> { "127.0.0.1" } }));
    }

    public Uri BaseAddress { get; }

    /// <summary>Starts a server on a free loopback port; the handler gets "METHOD /path?query", the request and returns status and body.</summary>
    public static async Task<ScriptedServer> StartAsync(Func<string, HttpRequest, (int Status, string Body)> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.BufferAsync();
            var (status, body) = answer($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        return new ScriptedServer(app);
    }

    public VendorSession Session(TimeProvider? time = null, params (string Name, string Value)[] credentials)
    {
        var clock = time ?? TimeProvider.System;
        var fields = credentials.ToDictionary(field => field.Name, field => new Secret(field.Value));
        return new VendorSession(BaseAddress, new VendorCredentials(fields), new VendorHttp(_http, clock, new Redactor(credentials.Select(field => field.Value))), clock, new VendorMemory());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }
}

internal static class ScriptedServerRequests
{
    public static async Task BufferAsync(this HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            await request.ReadFormAsync();
            return;
        }

        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        body.Position = 0;
        request.Body = body;
    }
}
