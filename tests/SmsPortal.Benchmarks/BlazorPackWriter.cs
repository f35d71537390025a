using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SmsPortal.Benchmarks;

/// <summary>Writes hub invocations as blazorpack does: MessagePack with a length before each message.</summary>
internal static class BlazorPackWriter
{
    /// <summary><c>[1, {}, invocationId or nil, target, [arguments], []]</c></summary>
    public static byte[] Invocation(string? id, string target, params ReadOnlySpan<object?> arguments)
    {
        var body = new ArrayBufferWriter<byte>();
        body.Write((ReadOnlySpan<byte>)[0x96, 1, 0x80]);
        Value(body, id);
        Value(body, target);
        body.Write((ReadOnlySpan<byte>)[(byte)(0x90 | arguments.Length)]);
        foreach (var argument in arguments)
        {
            Value(body, argument);
        }

        body.Write((ReadOnlySpan<byte>)[0x90]);
        return Framed(body.WrittenSpan);
    }

    /// <summary><c>[6]</c></summary>
    public static byte[] Ping() => Framed([0x91, 6]);

    private static byte[] Framed(ReadOnlySpan<byte> body)
    {
        var frame = new ArrayBufferWriter<byte>();
        var length = (uint)body.Length;
        for (; length >= 0x80; length >>= 7)
        {
            frame.Write((ReadOnlySpan<byte>)[(byte)(length | 0x80)]);
        }

        frame.Write((ReadOnlySpan<byte>)[(byte)length]);
        frame.Write(body);
        return frame.WrittenSpan.ToArray();
    }

    private static void Value(ArrayBufferWriter<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.Write((ReadOnlySpan<byte>)[0xc0]);
                break;
            case bool truth:
                body.Write((ReadOnlySpan<byte>)[truth ? (byte)0xc3 : (byte)0xc2]);
                break;
            case long number:
                body.Write((ReadOnlySpan<byte>)[0xd3]);
                BinaryPrimitives.WriteInt64BigEndian(body.GetSpan(8), number);
                body.Advance(8);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                body.Write((ReadOnlySpan<byte>)[0xdb]);
                BinaryPrimitives.WriteInt32BigEndian(body.GetSpan(4), bytes.Length);
                body.Advance(4);
                body.Write(bytes);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }
}
