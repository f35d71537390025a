using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmsPortal.Vendors;

/// <summary>JSON strings as they come: a text cut in the middle of an emoji ends in half a surrogate pair (<c>"Hi \ud83d"</c>), which System.Text.Json refuses to decode.</summary>
internal static class JsonText
{
    /// <summary>The string's value; halves of surrogate pairs become U+FFFD.</summary>
    public static string Read(JsonElement json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Mend(json.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Mend(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(raw[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var plain => plain });
            }
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
