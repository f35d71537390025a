using System.Text.RegularExpressions;

namespace SmsPortal.VendorSimulator.Texts;

/// <summary>The vendors' own idea of "the code in the text": good, not perfect, as theirs is.</summary>
internal static partial class PinFinder
{
    /// <summary>"G-804036", "804-036", "00712"; empty when nothing looks like a code.</summary>
    public static string Find(string text) => Pattern().Match(text).Value;

    [GeneratedRegex(@"\bG-\d{4,8}\b|\b\d{3}-\d{3}\b|(?<![\d+.,/$€£-])\b\d{4,8}\b(?![\d/%])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
