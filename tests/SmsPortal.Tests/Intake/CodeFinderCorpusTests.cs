using Shouldly;
using Xunit;

namespace SmsPortal.Tests.Intake;

public sealed class CodeFinderCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Corpus_Whole_IsLargeManyTonguedAndHalfWithoutACode()
    {
        var corpus = CodeCorpus.Whole;

        corpus.Texts.Count.ShouldBeGreaterThanOrEqualTo(400);
        corpus.Languages.Count().ShouldBeGreaterThanOrEqualTo(12);
        (corpus.WithCode * 2).ShouldBeLessThanOrEqualTo(corpus.Texts.Count);
        corpus.Texts.Select(t => t.Text).Distinct().Count().ShouldBe(corpus.Texts.Count);
        corpus.Texts.Where(t => t.Code is null).Count(t => t.Text.Any(char.IsDigit)).ShouldBeGreaterThan(corpus.Texts.Count / 3, "texts without a code must hold other numbers");
    }

    [Fact]
    public void Find_OverTheWholeCorpus_IsRightAndMissesLittle()
    {
        foreach (var line in new[] { CodeCorpus.Tuning, CodeCorpus.HeldOut, CodeCorpus.Whole }.SelectMany(c => c.Report()))
        {
            output.WriteLine(line);
        }

        var report = string.Join('\n', CodeCorpus.Whole.Report());
        CodeCorpus.Whole.Precision.ShouldBeGreaterThanOrEqualTo(0.99, report);
        CodeCorpus.Whole.Recall.ShouldBeGreaterThanOrEqualTo(0.97, report);
    }
}
