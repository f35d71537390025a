using System.Diagnostics;

namespace SmsPortal.Tests.Support;

/// <summary>Waits for a state, with a generous deadline to give up at.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> state, string what = "the awaited state") => TrueAsync(() => Task.FromResult(state()), what);

    public static async Task TrueAsync(Func<Task<bool>> state, string what = "the awaited state")
    {
        var began = Stopwatch.GetTimestamp();
        while (!await state())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Gave up waiting for {what}.");
            }

            await Task.Delay(20);
        }
    }
}
