using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using SmsPortal.Tests.Support;
using SmsPortal.Web.SignIn;
using Xunit;

namespace SmsPortal.Tests.SignIn;

public sealed class LimitTests : IAsyncLifetime
{
    private readonly PortalFixture _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task AnAddress_ThatTriesTooOften_IsToldWhenToComeBack_AndTheRestGoesOn()
    {
        _portal.Node.Services.GetRequiredService<IOptions<SignInLimits>>().Value.PerMinute = 2;
        using var visitor = new Visitor(_portal.Node);
        for (var i = 0; i < 2; i++)
        {
            (await visitor.PostBareAsync("/sign-in", ("email", "a@example.org"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        var refused = await visitor.PostBareAsync("/sign-in", ("email", "a@example.org"));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Too many tries");
        (await visitor.GetAsync("/livez")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
