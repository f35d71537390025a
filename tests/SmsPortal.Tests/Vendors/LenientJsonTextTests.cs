using Shouldly;
using SmsPortal.Vendors;
using Xunit;

namespace SmsPortal.Tests.Vendors;

public sealed class LenientJsonTextTests
{
    [Theory]
    [InlineData("""{"a":"Hi \ud83d"}""", "Hi \ufffd")]
    [InlineData("""{"a":"\ude00 \"x\"\n\\ud83d \ud83d\ude00"}""", "\ufffd \"x\"\n\\ud83d \U0001F600")]
    [InlineData("""{"a":"\ud83d\ude00"}""", "\U0001F600")]
    public void Text_WithHalfASurrogatePair_IsMended(string json, string expected) =>
        LenientJson.Parse(Payload.Of(json)).Text("a").ShouldBe(expected);
}
