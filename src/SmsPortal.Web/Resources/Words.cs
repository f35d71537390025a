using System.Globalization;

namespace SmsPortal.Web.Resources;

/// <summary>Fills a text of the resource file, in the viewer's culture.</summary>
public static class Words
{
    /// <summary><c>Words.Of(Strings.NewCount, 12)</c></summary>
    public static string Of(string format, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, format, values);

    /// <summary>The first for one, the second for any other count.</summary>
    public static string Count(int count, string one, string many) => Of(count == 1 ? one : many, count);
}
