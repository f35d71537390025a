using Bunit;
using Shouldly;
using SmsPortal.Web.Components;
using Xunit;

namespace SmsPortal.Tests.Components;

public sealed class HiddenCharactersTests : BunitContext
{
    [Theory]
    [InlineData("code \u202E1234", "U+202E")]
    [InlineData("pay\u200Bpal", "U+200B")]
    [InlineData("\uFEFFhello", "U+FEFF")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("bell\u0007", "U+0007")]
    [InlineData("soft\u00ADhyphen", "U+00AD")]
    [InlineData("hid\U000E0041den", "U+E0041")]
    [InlineData("latin\u200Djoiner", "U+200D")]
    public void Character_ThatHidesOrTurns_IsNamed(string text, string name) => HiddenCharacters.Split(text).Select(part => part.Name).ShouldContain(name);

    [Theory]
    [InlineData("Gracias, mañana a las 10 está bien 👍")]
    [InlineData("👩‍👩‍👧 family, 🏳️‍🌈 flag")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("שלום, two\nlines\tand a tab")]
    public void Text_ThatNeedsItsJoiners_IsLeftAlone(string text) => HiddenCharacters.Any(text).ShouldBeFalse();

    [Theory]
    [InlineData("<b>bold</b> \u202Eevil\u202C & more")]
    [InlineData("\u200B\u200B")]
    [InlineData("  spaces \u2066 inside  ")]
    [InlineData("plain <script>alert(1)</script>")]
    public void Text_Shown_IsTheTextToTheLetter(string text)
    {
        var shown = Render<SafeText>(parameters => parameters.Add(part => part.Value, text));

        shown.Find("bdi").TextContent.ShouldBe(text);
        shown.FindAll("b, script, a").ShouldBeEmpty();
    }

    [Fact]
    public void Attribute_WithHiddenCharacters_ShowsTheirNumbers() => HiddenCharacters.Replace("a\u202Eb").ShouldBe("a[U+202E]b");
}
