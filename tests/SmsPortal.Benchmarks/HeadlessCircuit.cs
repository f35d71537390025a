using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmsPortal.Benchmarks;

/// <summary>
/// A tab without a browser: signs in, opens a page, speaks with its circuit over a plain WebSocket, acknowledges each render at once and hands its bytes over.
/// </summary>
internal sealed partial class HeadlessCircuit(Uri portal, Action<ReadOnlyMemory<byte>> rendered) : IAsyncDisposable
{
    // IJSRuntime asked for an object, such as a module: JSCallResultType.JSObjectReference
    private const long WantsObject = 1;
    private readonly CookieContainer _cookies = new();
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    /// <summary>Signs in and opens the page; returns when its circuit has rendered.</summary>
    public async Task OpenAsync(string email, string password, string path)
    {
        // A tab under test reads its page while the portal is warm; the browser would have told its zone by then.
        _cookies.Add(portal, new Cookie("zone", "UTC"));
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = portal };
        var token = TokenField().Match(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups["value"].Value;
        using var form = new FormUrlEncodedContent([new("email", email), new("password", password), new("returnUrl", path), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        var page = await (await client.GetAsync(new Uri(path, UriKind.Relative))).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

        _socket.Options.Cookies = _cookies;
        await _socket.ConnectAsync(new UriBuilder(portal) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        await SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text);
        _reading = Task.Run(ReadAsync);
        var state = StateComment().Match(page).Groups["value"].Value;
        await SendAsync(BlazorPackWriter.Invocation("0", "StartCircuit", portal.ToString(), new Uri(portal, path).ToString(), "[]", state));
        await SendAsync(BlazorPackWriter.Invocation(null, "UpdateRootComponents", Operations(page), state));
        await _open.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            await _reading;
        }
        catch (WebSocketException)
        {
            // The portal left first.
        }

        _socket.Dispose();
        _turn.Dispose();
    }

    // <!--Blazor:{"type":"server","prerenderId":"…","key":{…},"sequence":0,"descriptor":"…"}-->, an ending one has the prerenderId only
    private static string Operations(string page)
    {
        var markers = Marker().Matches(page).Select(match => match.Groups["value"].Value).Where(marker => marker.Contains("\"descriptor\"", StringComparison.Ordinal)).ToList();
        var operations = markers.Select((marker, i) => $"{{\"type\":\"add\",\"ssrComponentId\":{(i + 1).ToString(CultureInfo.InvariantCulture)},\"marker\":{marker}}}");
        return markers.Count > 0 ? $"{{\"batchId\":1,\"operations\":[{string.Join(',', operations)}]}}" : throw new InvalidOperationException("The page has no interactive part; was the sign-in refused?");
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[256 * 1024];
        var filled = 0;
        var shaken = false;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var got = await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                _open.TrySetException(new InvalidOperationException("The portal closed the circuit."));
                return;
            }

            filled += got.Count;
            ReadOnlyMemory<byte> rest = buffer.AsMemory(0, filled);
            if (!shaken)
            {
                // "{}" + 0x1E
                var end = rest.Span.IndexOf((byte)0x1e);
                if (end < 0)
                {
                    continue;
                }

                (shaken, rest) = (true, rest[(end + 1)..]);
            }

            while (BlazorPackReader.TakeMessage(ref rest) is { } message)
            {
                await TakeAsync(message);
            }

            rest.CopyTo(buffer);
            filled = rest.Length;
        }
    }

    // [1, headers, id, target, arguments, …] · [3, headers, id, kind, result] · [6] · [7, error, …]
    private async Task TakeAsync(IReadOnlyList<object?> message)
    {
        switch (message[0])
        {
            case 1L:
                await InvokedAsync((string)message[3]!, (IReadOnlyList<object?>)message[4]!);
                break;
            case 6L:
                await SendAsync(BlazorPackWriter.Ping());
                break;
            case 7L:
                _open.TrySetException(new InvalidOperationException($"The portal ended the circuit: {message.ElementAtOrDefault(1)}"));
                break;
        }
    }

    private async Task InvokedAsync(string target, IReadOnlyList<object?> arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                rendered((ReadOnlyMemory<byte>)arguments[1]!);
                await SendAsync(BlazorPackWriter.Invocation(null, "OnRenderCompleted", (long)arguments[0]!, null));
                break;
            case "JS.BeginInvokeJS":
                var handle = (long)arguments[0]!;
                var result = arguments[3] is WantsObject ? "{\"__jsObjectId\":1}" : "null";
                await SendAsync(BlazorPackWriter.Invocation(null, "EndInvokeJSFromDotNet", handle, true, string.Create(CultureInfo.InvariantCulture, $"[{handle},true,{result}]")));
                break;
            case "JS.EndUpdateRootComponents":
                _open.TrySetResult();
                break;
            case "JS.Error":
                _open.TrySetException(new InvalidOperationException("The circuit broke: " + arguments[0]));
                await Console.Error.WriteLineAsync("The circuit broke: " + arguments[0]);
                break;
        }
    }

    private async Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary)
    {
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<value>.*?)-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StateComment();

    [GeneratedRegex("<!--Blazor:(?<value>\\{.*?\\})-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
