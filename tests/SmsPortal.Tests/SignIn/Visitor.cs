using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using SmsPortal.Tests.Support;

namespace SmsPortal.Tests.SignIn;

/// <summary>A browser without scripts: keeps cookies, follows no redirect, posts forms with the token of the page they stand on.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(WebApplication node) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = PortalFixture.AddressOf(node) };

    public CookieContainer Cookies { get; } = new();

    public HttpClient Client => _client;

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens the page, then posts the form with its antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenField().Match(await (await GetAsync(page)).Content.ReadAsStringAsync()).Groups[1].Value;
        return await PostBareAsync(action, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Posts without opening a page before.</summary>
    public async Task<HttpResponseMessage> PostBareAsync(string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await _client.PostAsync(new Uri(action, UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string returnUrl = "/") =>
        PostAsync("/sign-in", "/sign-in", ("email", email), ("password", password), ("returnUrl", returnUrl));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
