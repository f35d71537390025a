using System.Buffers;

namespace SmsPortal.Intake;

/// <summary>Parts of a text whose numbers are nobody's code: links, mail addresses, the app hash of Android's SMS retriever, the service's own name.</summary>
internal sealed class CodeHiddenRanges
{
    private const int RetrieverHashLength = 11;
    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private readonly bool[] _hidden;

    public CodeHiddenRanges(CodeText text, string? service)
    {
        _hidden = new bool[text.Length];
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && text[end] is > ' ' and < '\u007F')
            {
                end++;
            }

            var token = text.Folded.AsSpan(at, end - at);
            if (IsLink(token) || IsAddress(token) || (end == text.Length && IsRetrieverHash(text.Shape.AsSpan(at, end - at))))
            {
                _hidden.AsSpan(at, end - at).Fill(true);
            }

            at = Math.Max(end, at + 1);
        }

        HideService(text, service);
    }

    /// <summary>Whether the character belongs to such a part.</summary>
    public bool Contains(int at) => _hidden[at];

    private static bool IsLink(ReadOnlySpan<char> token)
    {
        if (token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.Ordinal))
        {
            return true;
        }

        // "example.com/c/481920": a dot, two letters or more, a slash.
        var slash = token.IndexOf('/');
        if (slash < 4)
        {
            return false;
        }

        var host = token[..slash];
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && host[(dot + 1)..].IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> token)
    {
        var at = token.IndexOf('@');
        return at > 0 && token[at..].Contains('.');
    }

    // Android's SMS retriever wants 11 base64 characters at the end of the text.
    private static bool IsRetrieverHash(ReadOnlySpan<char> token) =>
        token.Length == RetrieverHashLength && token.ContainsAnyInRange('a', 'z') && token.ContainsAnyInRange('A', 'Z') && !token.ContainsAnyExcept(Base64);

    private void HideService(CodeText text, string? service)
    {
        if (service is null || service.Length > 64 || !service.Any(char.IsAsciiDigit))
        {
            return;
        }

        var name = CodeFolding.Fold(service);
        if (!name.Any(char.IsAsciiLetter) && name.Length < 4)
        {
            return;
        }

        for (var at = text.Folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.Folded.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (!char.IsAsciiLetterOrDigit(text[at - 1]) && !char.IsAsciiLetterOrDigit(text[at + name.Length]))
            {
                _hidden.AsSpan(at, name.Length).Fill(true);
            }
        }
    }
}
