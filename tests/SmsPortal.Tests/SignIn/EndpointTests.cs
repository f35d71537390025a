using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Shouldly;
using Xunit;

namespace SmsPortal.Tests.SignIn;

/// <summary>Who may enter where, read from the endpoints that the host really has, and tried.</summary>
public sealed class EndpointTests(SignInFixture portal) : IClassFixture<SignInFixture>
{
    /// <summary>What nobody needs a sign-in for, with the reason.</summary>
    private static readonly Dictionary<string, string> Open = new(StringComparer.Ordinal)
    {
        ["/livez"] = "a supervisor asks", ["/readyz"] = "a supervisor asks", ["/hooks/{vendor}/{secret}"] = "the path is the secret",
        ["/sign-in"] = "how one gets in", ["/sign-out"] = "also with a cookie that has ended", ["/setup"] = "guarded by its token", ["/error"] = "says that something broke",
    };

    /// <summary>What the framework adds: pieces of circuits, and the development's search for assets. The fallback policy holds for them.</summary>
    private static readonly string[] Framework = ["/_", "/{**path:file}", "/test/"];

    [Fact]
    public void EveryEndpoint_StatesWhoMayEnter_OrIsTheFrameworksAndNeedsASignIn() =>
        Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(Pattern).Where(pattern => !Framework.Any(known => pattern.StartsWith(known, StringComparison.Ordinal)))
            .Distinct().ShouldBeEmpty("say [Authorize] or AllowAnonymous, so that it was thought about");

    [Fact]
    public void OpenEndpoints_AreThoseOfTheList() =>
        Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(Pattern).Distinct().ShouldBe(Open.Keys, ignoreOrder: true);

    [Fact]
    public async Task Nobody_GetsNothingButOpenPages()
    {
        using var nobody = new Visitor(portal.Node);
        foreach (var pattern in Gets().Where(pattern => !Open.ContainsKey(pattern)))
        {
            var answer = await nobody.GetAsync(pattern);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty(pattern);
        }
    }

    [Fact]
    public async Task AMember_IsRefusedAtEveryAdminPage_AndAnAdminIsNot()
    {
        var (member, _, _) = await portal.SignedInAsync();
        var (admin, _, _) = await portal.SignedInAsync(isAdmin: true);
        var pages = Gets().Where(pattern => pattern.StartsWith("/admin/", StringComparison.Ordinal)).ToList();
        pages.ShouldNotBeEmpty();
        foreach (var page in pages)
        {
            (await member.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
            (await admin.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        member.Dispose();
        admin.Dispose();
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSecurityHeaders()
    {
        await portal.AddPersonAsync(); // an empty portal leads to its set-up page
        using var nobody = new Visitor(portal.Node);
        var answer = await nobody.GetAsync("/sign-in");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task ASocket_ThatAnotherSiteOpens_IsRefused(string origin, HttpStatusCode expected)
    {
        var (visitor, _, _) = await portal.SignedInAsync();
        using (visitor)
        {
            visitor.Client.DefaultRequestHeaders.Add("Origin", origin);
            (await visitor.GetAsync("/_blazor")).StatusCode.ShouldBe(expected);
            visitor.Client.DefaultRequestHeaders.Remove("Origin");
            visitor.Client.DefaultRequestHeaders.Add("Origin", visitor.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
            (await visitor.GetAsync("/_blazor")).StatusCode.ShouldNotBe(expected);
        }
    }

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    private IEnumerable<RouteEndpoint> Endpoints() => portal.Get<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private IEnumerable<string> Gets() => Endpoints()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
        .Select(Pattern).Where(pattern => !pattern.Contains('{', StringComparison.Ordinal) && !pattern.StartsWith("/_", StringComparison.Ordinal)).Distinct();
}
