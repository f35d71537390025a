using SmsPortal.Tests.Intake;

namespace SmsPortal.Benchmarks;

/// <summary>Prints how the code finder does on the corpus: sizes, precision, recall, every miss.</summary>
internal static class CodeFinderReport
{
    public static int Run()
    {
        foreach (var corpus in new[] { CodeCorpus.Tuning, CodeCorpus.HeldOut, CodeCorpus.Whole })
        {
            foreach (var line in corpus.Report())
            {
                Console.WriteLine(line);
            }
        }

        return 0;
    }
}
