using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SmsPortal.Intake;
using Xunit;

namespace SmsPortal.Tests.Intake;

/// <summary>What must hold for every text, hostile ones too.</summary>
public sealed class CodeFinderPropertyTests
{
    private static readonly string[] Pieces =
    [
        "0", "7", "48", "204", "4821", "804511", "٤٨", "۵", "६", "７", "①", "4️⃣", "½", "²", "𝟑", " ", " ", "\n", "-", "–", "—", ".", ",", ":", "/", "#", "*", "+", "@",
        "$", "%", "G-", "AB", "x", "Q7", "code ", "is your ", "verification code", "验证码", "код ", "رمز ", "קוד ", "order ", "promo ", "never ", "example.com/", "https://",
        "\u200B", "\u200F", "\u00AD", "\uFE0F", "\u20E3", "\u0301", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\0", "ﷺ", "한", "😀", "ß", "İ",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Find_AnyTextAndPin_NeverThrowsAndAlwaysAgreesWithItself() =>
        Prop.ForAll(Texts, Texts, (text, pin) => CodeFinder.Find(text, pin, pin) == CodeFinder.Find(text, pin, pin))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Find_AnyCharacters_NeverThrows() =>
        Prop.ForAll<string>(text => CodeFinder.Find(text, text) is null or { Copied.Length: > 0 })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Fold_EveryCharacterThereIs_StaysShortAndNeverThrows()
    {
        for (var rune = 0; rune <= 0x10FFFF; rune++)
        {
            var character = rune is >= 0xD800 and <= 0xDFFF ? ((char)rune).ToString() : char.ConvertFromUtf32(rune);
            CodeFolding.Fold(character).Length.ShouldBeLessThanOrEqualTo(18, "a character's plain form is short");
        }
    }

    [Fact]
    public void Find_AnyText_FindsACodeThatTheTextHolds() =>
        Prop.ForAll(Texts, text => CodeFinder.Find(text) is not { } found || Bare(text).Contains(Bare(found.Copied), StringComparison.Ordinal))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Find_TheCodeItFound_FindsItAgain() =>
        Prop.ForAll(Texts, text => CodeFinder.Find(text) is not { } found || CodeFinder.Find(found.Shown)?.Copied == found.Copied)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Find_EveryTextOfTheCorpus_IsIdempotentAndHoldsItsCode()
    {
        foreach (var text in CodeCorpus.Whole.Texts)
        {
            if (CodeFinder.Find(text.Text, text.Pin) is { } found)
            {
                Bare(text.Text).ShouldContain(Bare(found.Copied));
                CodeFinder.Find(found.Shown)?.Copied.ShouldBe(found.Copied);
                found.Copied.All(char.IsAscii).ShouldBeTrue(found.Copied);
            }
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("1 ")]
    [InlineData("a1-")]
    [InlineData("1234 ")]
    [InlineData("code 1234 ")]
    [InlineData("code")]
    [InlineData("verification code never share ")]
    [InlineData("12.34,")]
    [InlineData("@a #1")]
    [InlineData("https://")]
    [InlineData("验证码1234")]
    [InlineData("$1234%")]
    [InlineData("\u200B1")]
    [InlineData("ﷺ")]
    public void Find_HostileText_TakesStepsInProportionToTheText(string piece)
    {
        // A square law would give four times the steps for twice the text.
        var (half, whole) = (Steps(piece, CodeText.Limit / 2), Steps(piece, CodeText.Limit));

        ((double)whole).ShouldBeLessThanOrEqualTo((2.3 * half) + 100);
        Steps(piece, 10_000_000).ShouldBe(whole);
    }

    [Fact]
    public void Find_TenMegabytes_LooksAtTheBeginningOnly()
    {
        var filler = new string('x', CodeText.Limit) + new string(' ', 10_000_000);

        CodeFinder.Find("Your code is 804511. " + filler)!.Copied.ShouldBe("804511");
        CodeFinder.Find(filler + "Your code is 804511.").ShouldBeNull();
    }

    private static long Steps(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
        var scorer = new CodeScorer(text, service: null);
        scorer.Best();
        return scorer.Steps;
    }

    private static string Bare(string text) => string.Concat(new CodeText(text).Shape.Where(char.IsAsciiLetterOrDigit));
}
