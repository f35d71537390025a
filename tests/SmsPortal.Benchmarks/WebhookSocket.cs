using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmsPortal.Benchmarks;

/// <summary>A sender's keep-alive connection: one post at a time over a plain socket, so that the client costs little beside what it measures.</summary>
internal sealed class WebhookSocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[8192];
    private readonly Uri _target;

    private WebhookSocket(Uri target) => _target = target;

    public static async Task<WebhookSocket> ConnectAsync(Uri target)
    {
        var socket = new WebhookSocket(target);
        await socket._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port));
        return socket;
    }

    /// <summary>Posts the body and reads the whole answer; its status.</summary>
    public async Task<int> PostAsync(string body)
    {
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        var request = $"POST {_target.PathAndQuery} HTTP/1.1\r\nHost: {_target.Authority}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}";
        var count = Encoding.UTF8.GetBytes(request, _buffer);
        await _socket.SendAsync(_buffer.AsMemory(0, count));
        var filled = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            if (Status(_buffer.AsSpan(0, filled)) is { } status)
            {
                return status;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    // "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n…\r\n\r\nok"; null while it is not whole
    private static int? Status(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
        {
            throw new IOException("The answer has no length.");
        }

        var digits = answer[(field + 16)..];
        var length = int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        return answer.Length >= head + 4 + length ? int.Parse(answer[9..12], CultureInfo.InvariantCulture) : null;
    }
}
