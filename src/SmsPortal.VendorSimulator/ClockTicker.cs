namespace SmsPortal.VendorSimulator;

/// <summary>Lets due events happen although nobody calls.</summary>
internal sealed class ClockTicker(Simulator simulator) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                simulator.Tick();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is being stopped or thrown away; a test does the latter without asking.
        }
    }
}
