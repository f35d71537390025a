using Xunit;

namespace SmsPortal.BrowserTests;

public sealed class Smoke
{
    [Fact]
    public void Runs() => Assert.True(true);
}
