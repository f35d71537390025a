using Shouldly;
using SmsPortal.Web.Hosting;
using Xunit;

namespace SmsPortal.Tests.Hosting;

public sealed class PortalStartTests
{
    [Fact]
    public async Task Run_OfAPortalThatEnds_IsZero() => (await PortalStart.RunAsync(_ => Task.CompletedTask)).ShouldBe(0);

    [Fact]
    public async Task Run_OfAPortalThatIsRefused_IsOne() => (await PortalStart.RunAsync(_ => throw new StartRefusedException("no database"))).ShouldBe(1);

    [Fact]
    public async Task Run_OfAPortalWithADefect_IsNotHidden() =>
        await Should.ThrowAsync<InvalidOperationException>(() => PortalStart.RunAsync(_ => throw new InvalidOperationException("defect")));
}
