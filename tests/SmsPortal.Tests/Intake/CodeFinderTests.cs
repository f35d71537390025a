using Shouldly;
using SmsPortal.Intake;
using Xunit;

namespace SmsPortal.Tests.Intake;

public sealed class CodeFinderTests
{
    [Theory]
    [InlineData("G-804036 is your Google verification code.", "G-804036", "804036")]
    [InlineData("Your WhatsApp code: 204-551", "204-551", "204551")]
    [InlineData("Your code is 123 456.", "123 456", "123456")]
    [InlineData("Verification code 12-34-56", "12-34-56", "123456")]
    [InlineData("Your code is 3 9 4 8 2 0", "3 9 4 8 2 0", "394820")]
    [InlineData("Device code: AB-12CD", "AB-12CD", "AB-12CD")]
    [InlineData("Your login code is 84kQ7P", "84kQ7P", "84kQ7P")]
    [InlineData("رمز التحقق: ٤٨٢٠١٩", "٤٨٢٠١٩", "482019")]
    [InlineData("کد ورود: ۵۸۲۹۱", "۵۸۲۹۱", "58291")]
    [InlineData("सत्यापन कोड: ६२८३", "६२८३", "6283")]
    [InlineData("验证码８４０２１７", "８４０２１７", "840217")]
    [InlineData("Your code: 8\uFE0F\u20E34\uFE0F\u20E37\uFE0F\u20E31\uFE0F\u20E3", "8471", "8471")]
    [InlineData("Your code is 5\u200B0\u200B3\u200B9", "5039", "5039")]
    [InlineData("\u200Fקוד אימות: \u200E3957\u200F", "3957", "3957")]
    [InlineData("Your code is 00000", "00000", "00000")]
    [InlineData("Sign in.\n\n@example.com #804511", "804511", "804511")]
    [InlineData("9921", "9921", "9921")]
    public void Find_ACodeInAnyForm_ShowsItAsWrittenAndCopiesItAsTyped(string text, string shown, string copied) =>
        CodeFinder.Find(text).ShouldBe(new FoundCode(shown, copied));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Hello, are you there?")]
    [InlineData("You paid $482.91 with the card ending in 7731.")]
    [InlineData("Order #58204417 ships on 03/14/2025 at 18:42.")]
    [InlineData("Use promo code SAVE2025 for 20% off.")]
    [InlineData("Never share your verification code. Call 202-555-0143.")]
    [InlineData("Tap https://example.com/verify/839201 to verify your account.")]
    public void Find_ATextWithoutACode_FindsNone(string text) => CodeFinder.Find(text).ShouldBeNull();

    [Fact]
    public void Find_NoTextAtAll_FindsNone() => CodeFinder.Find(null!).ShouldBeNull();

    [Theory]
    [InlineData("Ref 4471. Code 558211.", "4471", "4471", "4471")] // the vendor's pin comes first
    [InlineData("G-804036 is your Google verification code.", "G-804036", "G-804036", "804036")]
    [InlineData("G-804036 is your Google verification code.", "804036", "G-804036", "804036")]
    [InlineData("Your code is 204-551", "204551", "204-551", "204551")]
    [InlineData("Your code is 204-551", "204", "204-551", "204551")] // cut at the hyphen
    [InlineData("Your code is 4821 2025 is the year", "4821", "4821", "4821")]
    [InlineData("رمز التحقق: ٤٨٢٠١٩", "482019", "٤٨٢٠١٩", "482019")]
    [InlineData("Tell them 771 when asked", "771", "771", "771")]
    public void Find_TheVendorsPinStandsInTheText_TakesIt(string text, string pin, string shown, string copied) =>
        CodeFinder.Find(text, pin).ShouldBe(new FoundCode(shown, copied));

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("771")]
    [InlineData("99887")]
    [InlineData("8045")] // only a part of the number
    [InlineData("none")]
    [InlineData("Your code is 804511")]
    [InlineData("12345678901234567890")]
    public void Find_AnAbsurdOrStrangePin_TrustsTheText(string? pin) =>
        CodeFinder.Find("Your code is 804511", pin).ShouldBe(new FoundCode("804511", "804511"));

    [Theory]
    [InlineData("", "804036", "804036", "804036")]
    [InlineData("(text withheld)", "G-804036", "G-804036", "804036")]
    [InlineData("", "204-551", "204-551", "204551")]
    public void Find_OnlyTheVendorKnowsTheCode_TakesThePin(string text, string pin, string shown, string copied) =>
        CodeFinder.Find(text, pin).ShouldBe(new FoundCode(shown, copied));

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("No code")]
    [InlineData("12345678901234567890")]
    public void Find_NoCodeAnywhereAndAnAbsurdPin_FindsNone(string pin) =>
        CodeFinder.Find("Your phone is verified.", pin).ShouldBeNull();

    [Fact]
    public void Find_TheServiceHasDigitsInItsName_SkipsThem()
    {
        CodeFinder.Find("12306: code 5521", service: "12306")!.Copied.ShouldBe("5521");
        CodeFinder.Find("Welcome to 12306", service: "12306").ShouldBeNull();
    }
}
