using System.IO.Compression;
using System.Text;

namespace SmsPortal.VendorSimulator.Http;

/// <summary>Sends an answer, or fails at it in the way that was asked for.</summary>
internal static class FaultyTransport
{
    public static async Task SendAsync(HttpContext http, VendorAnswer answer, Fault? fault)
    {
        try
        {
            await WriteAsync(http, answer, fault);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up first; there is nobody to answer.
        }
    }

    private static async Task WriteAsync(HttpContext http, VendorAnswer answer, Fault? fault)
    {
        var seconds = fault?.DelaySeconds;
        switch (fault?.Kind)
        {
            case FaultKinds.Reset:
                http.Abort();
                return;
            case FaultKinds.Hang:
                await Task.Delay(TimeSpan.FromSeconds(seconds ?? 30), http.RequestAborted);
                http.Abort();
                return;
            case FaultKinds.GzipBomb:
                Start(http, answer);
                http.Response.Headers.ContentEncoding = "gzip";
                await BombAsync(http.Response.Body, fault.Bytes ?? 200L * 1024 * 1024, http.RequestAborted);
                return;
            case FaultKinds.Drip:
                await DripAsync(http, answer, TimeSpan.FromSeconds(seconds ?? 1));
                return;
            case not null and not FaultKinds.ResetMidBody when seconds is not null:
                await Task.Delay(TimeSpan.FromSeconds(seconds.Value), http.RequestAborted);
                break;
        }

        // Wrong charset: UTF-16 bytes under a header that says UTF-8.
        var body = (fault?.Kind == FaultKinds.WrongCharset ? Encoding.Unicode : Encoding.UTF8).GetBytes(answer.Body);
        Start(http, answer);
        if (answer.Status is not (204 or 304))
        {
            http.Response.ContentLength = body.Length;
        }

        if (fault?.Kind == FaultKinds.ResetMidBody)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);

            // A reset throws away what the caller has not read yet; give it the time to see the first half.
            await Task.Delay(TimeSpan.FromSeconds(seconds ?? 0.2), http.RequestAborted);
            http.Abort();
            return;
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static void Start(HttpContext http, VendorAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }
    }

    private static async Task DripAsync(HttpContext http, VendorAnswer answer, TimeSpan pause)
    {
        Start(http, answer);
        foreach (var one in Encoding.UTF8.GetBytes(answer.Body))
        {
            await http.Response.Body.WriteAsync(new[] { one }, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(pause, http.RequestAborted);
        }
    }

    private static async Task BombAsync(Stream output, long bytes, CancellationToken cancellation)
    {
        var spaces = new byte[1024 * 1024];
        Array.Fill(spaces, (byte)' ');
        await using var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true);
        for (var written = 0L; written < bytes; written += spaces.Length)
        {
            await gzip.WriteAsync(spaces, cancellation);
        }
    }
}
