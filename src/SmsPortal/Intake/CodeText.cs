using System.Text;

namespace SmsPortal.Intake;

/// <summary>
/// The looked-at beginning of a text in one plain form: compatibility forms and other scripts' digits as ASCII, invisible
/// characters and marks dropped, each character with its place in the original.
/// </summary>
internal sealed class CodeText
{
    /// <summary>Characters that are looked at; a code stands early, and hostile texts can be megabytes long.</summary>
    public const int Limit = 4096;

    private readonly string _source;
    private readonly List<(int Start, int End)> _places;
    private readonly int[] _breaks;
    private readonly int[] _numbers;

    public CodeText(string source)
    {
        _source = source.Length > Limit ? source[..Limit] : source;
        _places = new List<(int Start, int End)>(_source.Length);
        var shape = new StringBuilder(_source.Length);
        for (int at = 0, width; at < _source.Length; at += width)
        {
            Rune.DecodeFromUtf16(_source.AsSpan(at), out var rune, out width);
            CodeFolding.Append(shape, rune);
            while (_places.Count < shape.Length)
            {
                _places.Add((at, at + width));
            }
        }

        Shape = shape.ToString();
        Folded = string.Create(Shape.Length, Shape, static (folded, plain) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = CodeFolding.Lower(plain[i]);
            }
        });
        (_breaks, _numbers) = CountBreaksAndNumbers(Shape);
    }

    /// <summary>The plain form, case kept.</summary>
    public string Shape { get; }

    /// <summary>The plain form in lower case, of the same length.</summary>
    public string Folded { get; }

    /// <summary>Length of the plain form.</summary>
    public int Length => Shape.Length;

    /// <summary>The plain character, or a line break outside the text.</summary>
    public char this[int at] => at >= 0 && at < Shape.Length ? Shape[at] : '\n';

    /// <summary>The original characters of a range, without the invisible ones.</summary>
    public string Original(int start, int end) => CodeFolding.WithoutInvisible(_source.AsSpan(_places[start].Start, _places[end - 1].End - _places[start].Start));

    /// <summary>Whether a sentence or a line ends between the two places.</summary>
    public bool HasBreak(int from, int to) => to > from && _breaks[to] > _breaks[from];

    /// <summary>Whether a number starts between the two places.</summary>
    public bool HasNumber(int from, int to) => to > from && _numbers[to] > _numbers[from];

    /// <summary>How many numbers the text holds.</summary>
    public int Numbers => _numbers[^1];

    /// <summary>Whether a word of a script with spaces goes on over this place.</summary>
    public bool ContinuesWord(int at, bool digits = false) =>
        at > 0 && at < Length
        && CodeFolding.IsSpacedLetter(Shape[at - 1])
        && (CodeFolding.IsSpacedLetter(Shape[at]) || (digits && char.IsAsciiDigit(Shape[at])));

    private static (int[] Breaks, int[] Numbers) CountBreaksAndNumbers(string shape)
    {
        var breaks = new int[shape.Length + 1];
        var numbers = new int[shape.Length + 1];
        for (var i = 0; i < shape.Length; i++)
        {
            var stop = shape[i] is '\n' or '。' or '।' or '!' or '?' or '؟' or '|'
                || (shape[i] is '.' or ';' && (i + 1 == shape.Length || char.IsWhiteSpace(shape[i + 1])));
            breaks[i + 1] = breaks[i] + (stop ? 1 : 0);
            var first = char.IsAsciiDigit(shape[i]) && (i == 0 || !char.IsAsciiDigit(shape[i - 1]));
            numbers[i + 1] = numbers[i] + (first ? 1 : 0);
        }

        return (breaks, numbers);
    }
}
