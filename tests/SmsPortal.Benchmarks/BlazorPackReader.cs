using System.Buffers.Binary;
using System.Text;

namespace SmsPortal.Benchmarks;

/// <summary>Reads MessagePack values as the hub sends them: null, bool, long, string, bytes, and lists of those. A map is read as a list of its keys and values.</summary>
internal ref struct BlazorPackReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    /// <summary>Takes one message with its length off the front; null when it is not whole yet.</summary>
    public static IReadOnlyList<object?>? TakeMessage(ref ReadOnlyMemory<byte> bytes)
    {
        var (length, shift, at) = (0, 0, 0);
        do
        {
            if (at == bytes.Length)
            {
                return null;
            }

            length |= (bytes.Span[at] & 0x7f) << shift;
            shift += 7;
        }
        while ((bytes.Span[at++] & 0x80) != 0);

        if (bytes.Length < at + length)
        {
            return null;
        }

        var reader = new BlazorPackReader(bytes.Slice(at, length));
        bytes = bytes[(at + length)..];
        return (IReadOnlyList<object?>)reader.Value()!;
    }

    private object? Value()
    {
        var sign = Next(1)[0];
        return sign switch
        {
            <= 0x7f => (long)sign,
            <= 0x8f => List((sign & 0x0f) * 2),
            <= 0x9f => List(sign & 0x0f),
            <= 0xbf => Text(sign & 0x1f),
            0xc0 => null,
            0xc2 => false,
            0xc3 => true,
            0xc4 => Bytes(Next(1)[0]),
            0xc5 => Bytes(BinaryPrimitives.ReadUInt16BigEndian(Next(2))),
            0xc6 => Bytes(BinaryPrimitives.ReadInt32BigEndian(Next(4))),
            0xca => (double)BinaryPrimitives.ReadSingleBigEndian(Next(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Next(8)),
            0xcc => (long)Next(1)[0],
            0xcd => (long)BinaryPrimitives.ReadUInt16BigEndian(Next(2)),
            0xce => (long)BinaryPrimitives.ReadUInt32BigEndian(Next(4)),
            0xcf => (long)BinaryPrimitives.ReadUInt64BigEndian(Next(8)),
            0xd0 => (long)(sbyte)Next(1)[0],
            0xd1 => (long)BinaryPrimitives.ReadInt16BigEndian(Next(2)),
            0xd2 => (long)BinaryPrimitives.ReadInt32BigEndian(Next(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Next(8)),
            0xd9 => Text(Next(1)[0]),
            0xda => Text(BinaryPrimitives.ReadUInt16BigEndian(Next(2))),
            0xdb => Text(BinaryPrimitives.ReadInt32BigEndian(Next(4))),
            0xdc => List(BinaryPrimitives.ReadUInt16BigEndian(Next(2))),
            >= 0xe0 => (long)(sbyte)sign,
            _ => throw new FormatException($"MessagePack sign {sign:x2} is not expected here."),
        };
    }

    private List<object?> List(int count)
    {
        var list = new List<object?>(count);
        for (var i = 0; i < count; i++)
        {
            list.Add(Value());
        }

        return list;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Next(length));

    private ReadOnlyMemory<byte> Bytes(int length)
    {
        _at += length;
        return bytes.Slice(_at - length, length);
    }

    private ReadOnlySpan<byte> Next(int count)
    {
        _at += count;
        return bytes.Span.Slice(_at - count, count);
    }
}
