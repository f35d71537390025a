namespace SmsPortal.VendorSimulator.Http;

/// <summary>The way of a vendor call: read, find the row, fault, act, answer, count.</summary>
internal sealed class VendorDispatcher(Simulator simulator)
{
    public async Task HandleAsync(HttpContext http, string vendor, string path)
    {
        VendorCall call;
        try
        {
            call = await VendorCall.ReadAsync(http, vendor, path);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or BadHttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var row = EndpointTable.Find(call, out var pathExists);
        var name = row?.Name ?? "unknown";
        call.Observed = simulator.Act(() => simulator.Dialects.NextIsObserved(vendor));
        simulator.Counters.Hit(vendor, name, call.Observed);
        var hit = simulator.Hits.Add(call, name);

        var fault = simulator.Faults.Take(vendor, name);
        var answer = fault is { KeepsEffect: false }
            ? fault.Replacement(call)
            : Answer(row, pathExists, call);
        if (fault is { KeepsEffect: true })
        {
            answer = fault.Change(answer, call);
        }

        hit.Finish(answer.Status, answer.Headers.GetValueOrDefault("Retry-After"), fault?.Kind);
        await FaultyTransport.SendAsync(http, answer, fault);
    }

    /// <summary>Where redirect faults point to: whoever comes here followed, and the log says with what.</summary>
    public async Task ElsewhereAsync(HttpContext http, string vendor)
    {
        var call = await VendorCall.ReadAsync(http, vendor, "");
        simulator.Hits.Add(call, "other-host").Finish(200, null, null);
        await FaultyTransport.SendAsync(http, VendorAnswer.Html(200, "Another host"), null);
    }

    private VendorAnswer Answer(VendorEndpoint? row, bool pathExists, VendorCall call)
    {
        if (row is null)
        {
            return pathExists ? VendorAnswer.Html(405, "Not Allowed") : VendorAnswer.Html(404, "Not Found");
        }

        return simulator.Act(() => row.Handle(simulator, call));
    }
}
