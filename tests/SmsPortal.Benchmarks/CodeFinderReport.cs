using SmsPortal.Intake;
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

        Cost();
        return 0;
    }

    // What the finder takes from the intake: processor time (steady on a busy machine) and allocation for a text of the corpus, after a warm-up.
    private static void Cost()
    {
        const int rounds = 100;
        var texts = CodeCorpus.Whole.Texts;
        for (var round = 0; round < rounds; round++)
        {
            FindAll(texts);
        }

        var (started, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var round = 0; round < rounds; round++)
        {
            FindAll(texts);
        }

        var found = (double)rounds * texts.Count;
        var microseconds = (Environment.CpuUsage.TotalTime - started).TotalMicroseconds / found;
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / found;
        Console.WriteLine(FormattableString.Invariant($"cost: {microseconds:0.0} µs of processor time and {bytes:0} bytes a text"));
    }

    private static void FindAll(IReadOnlyList<CodeCorpusText> texts)
    {
        foreach (var text in texts)
        {
            CodeFinder.Find(text.Text, text.Pin);
        }
    }
}
