using SmsPortal.Benchmarks;

return args switch
{
    ["code-finder"] => CodeFinderReport.Run(),
    ["portal-child"] => await PortalChild.RunAsync(),
    ["floor-child"] => await FloorChild.RunAsync(),
    ["sender-child"] => await SenderChild.RunAsync(),
    [.. var names] when BenchOptions.Read(names) is { } options => await Suite.RunAsync(options),
    _ => BenchOptions.Explain(),
};
