namespace SmsPortal.VendorSimulator;

internal static class EntryPoint
{
    private static async Task Main(string[] args) => await SimulatorHost.Build(args, options => options.LogsLifetime = true).RunAsync();
}
