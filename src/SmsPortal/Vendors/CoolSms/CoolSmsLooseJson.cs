using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SmsPortal.Vendors.CoolSms;

/// <summary>
/// Reads what the document shows and no JSON reader takes: <c>{response: 'ok'}</c>, <c>{response: 'error', ['unknown token']}</c> (cool-sms:31,35)
/// and <c>{"number":"1112223456", "label", "ordinal": 1}</c> (cool-sms:67). A list without a name gets the key "0", a name without a value is null.
/// </summary>
internal sealed class CoolSmsLooseJson
{
    private const int MaxDepth = 16;
    private readonly string _text;
    private readonly Utf8JsonWriter _json;
    private int _at;

    private CoolSmsLooseJson(string text, Utf8JsonWriter json)
    {
        _text = text;
        _json = json;
    }

    /// <summary>The text as JSON; null when it is something else or ends too early.</summary>
    public static JsonElement? TryParse(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '['))
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using (var json = new Utf8JsonWriter(buffer))
            {
                var reader = new CoolSmsLooseJson(text, json);
                reader.Value(0);
                Expect(reader.Peek() == '\0');
            }

            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            return document.RootElement.Clone();
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private void Value(int depth)
    {
        Expect(depth < MaxDepth);
        switch (Peek())
        {
            case '{':
                Object(depth);
                break;
            case '[':
                List(depth);
                break;
            case '\'' or '"':
                _json.WriteStringValue(Quoted());
                break;
            default:
                Bare(Word());
                break;
        }
    }

    private void Object(int depth)
    {
        _json.WriteStartObject();
        var unnamed = 0;
        Separated('}', () =>
        {
            if (Peek() is '[' or '{')
            {
                _json.WritePropertyName(unnamed++.ToString(CultureInfo.InvariantCulture));
                Value(depth + 1);
                return;
            }

            _json.WritePropertyName(Peek() is '\'' or '"' ? Quoted() : Word());
            if (Peek() == ':')
            {
                _at++;
                Value(depth + 1);
            }
            else
            {
                _json.WriteNullValue();
            }
        });
        _json.WriteEndObject();
    }

    private void List(int depth)
    {
        _json.WriteStartArray();
        Separated(']', () => Value(depth + 1));
        _json.WriteEndArray();
    }

    private void Separated(char end, Action item)
    {
        _at++;
        while (Peek() != end)
        {
            item();
            Expect(Peek() == ',' || Peek() == end);
            _at += Peek() == ',' ? 1 : 0;
        }

        _at++;
    }

    private void Bare(string word)
    {
        if (word is "true" or "false" or "null" || decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            _json.WriteRawValue(word);
        }
        else
        {
            _json.WriteStringValue(word);
        }
    }

    private string Quoted()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            text.Append(_text[_at] == '\\' && _at + 1 < _text.Length ? Unescaped(_text[++_at]) : _text[_at]);
            _at++;
        }

        Expect(_at < _text.Length);
        _at++;
        return text.ToString();
    }

    private char Unescaped(char escape)
    {
        switch (escape)
        {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < _text.Length && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                _at += 4;
                return (char)unit;
            default:
                return escape;
        }
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '.' or '+'))
        {
            _at++;
        }

        Expect(_at > start);
        return _text[start.._at];
    }

    private char Peek()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length ? _text[_at] : '\0';
    }

    private static void Expect(bool fits)
    {
        if (!fits)
        {
            throw new FormatException("Not an object literal.");
        }
    }
}
