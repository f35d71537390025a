namespace SmsPortal.VendorSimulator.Control;

/// <summary>The simulator's own API under /control: everything that a test or a demo wants to happen.</summary>
internal static class ControlApi
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/control").AddEndpointFilter(ExplainAsync);
        control.MapGet("/ping", (Simulator simulator) => new { ok = true, now = simulator.Clock.Now, simulator.Options.Profile });
        control.MapTexts();
        control.MapTime();
        control.MapDisturbances();
        control.MapWebhooks();
        control.MapVendorStates();
        control.MapSmsPool();
    }

    // Mistakes in a control call come back as text, so that a failing test says why.
    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception mistake) when (mistake is SimulatorException or ArgumentException or System.Text.Json.JsonException)
        {
            return Results.Json(new { error = mistake.Message }, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
