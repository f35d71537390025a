using SmsPortal.Benchmarks;

switch (args)
{
    case ["code-finder"]:
        return CodeFinderReport.Run();
    default:
        Console.WriteLine("usage: SmsPortal.Benchmarks <p1|p2|p3|p7|code-finder>");
        return args.Length == 0 ? 0 : 2;
}
