namespace SmsPortal.VendorSimulator;

/// <summary>Lets due events happen although nobody calls.</summary>
internal sealed class ClockTicker(Simulator simulator) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            simulator.Tick();
        }
    }
}
