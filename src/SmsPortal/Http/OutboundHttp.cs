using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SmsPortal.Http;

/// <summary>
/// The one way out: one shared connection pool, no redirects, no cookies, no proxy from the environment, addresses checked after the name
/// look-up, answers capped. The only user of <see cref="HttpClient"/>; it writes no log, since three vendors carry the key in the URL.
/// </summary>
public sealed class OutboundHttp : IDisposable
{
    private readonly OutboundOptions _options;
    private readonly HttpMessageInvoker _invoker;

    public OutboundHttp(IOptions<OutboundOptions> options)
    {
        _options = options.Value;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ConnectTimeout = _options.ConnectTimeout,
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
        });
    }

    /// <summary>Sends and reads the whole answer.</summary>
    /// <exception cref="HttpRequestException">No answer; <see cref="NotSent"/> tells whether the request can have reached the other side.</exception>
    /// <exception cref="TimeoutException">No whole answer within <see cref="OutboundOptions.TotalTimeout"/>.</exception>
    /// <exception cref="AnswerTooLargeException">The body is too large.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<OutboundAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.TotalTimeout);
        try
        {
            using var response = await _invoker.SendAsync(request, limit.Token);
            var body = await ReadAsync(response.Content, limit.Token);
            return new OutboundAnswer((int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType,
                response.Content.Headers.ContentType?.CharSet, body);
        }
        catch (OperationCanceledException stopped) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No whole answer within {_options.TotalTimeout.TotalSeconds:0.#} s.", stopped);
        }
    }

    /// <summary>True when a failed call never left this machine, so that it cannot have had an effect.</summary>
    public static bool NotSent(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } => true,
        HttpRequestException { InnerException: AddressRefusedException } => true,
        _ => false,
    };

    public void Dispose() => _invoker.Dispose();

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + count > _options.MaxAnswerBytes)
            {
                throw new AnswerTooLargeException(_options.MaxAnswerBytes);
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = _options.AllowedPrivateHosts.Contains(host) ? found : found.Where(AddressRules.IsPublic).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
