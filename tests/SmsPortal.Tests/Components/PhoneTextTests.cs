using Shouldly;
using SmsPortal.Web.Components;
using Xunit;

namespace SmsPortal.Tests.Components;

public sealed class PhoneTextTests
{
    [Theory]
    [InlineData("+12125550142", "+1 212-555-0142")]
    [InlineData("+50672004393", "+506 7200-4393")]
    [InlineData("+447700900123", "+44 7700 900123")]
    [InlineData("+74955550123", "+7 4955 550123")]
    public void Number_InE164_IsShownInGroups(string e164, string expected) => PhoneText.Show(e164, "x").ShouldBe(expected);

    [Theory]
    [InlineData(null, "22000")]
    [InlineData("+12", "12")]
    public void Number_Otherwise_IsTheVendorsText(string? e164, string number) => PhoneText.Show(e164, number).ShouldBe(number);
}
