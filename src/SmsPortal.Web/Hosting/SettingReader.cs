using System.Globalization;

namespace SmsPortal.Web.Hosting;

/// <summary>Reads settings one by one and collects what is wrong with them, each mistake with the name of its variable.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    public List<string> Mistakes { get; } = [];

    /// <summary>The text without blanks around it; null when it is not set or empty.</summary>
    public string? Text(string name) => configuration[name]?.Trim() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public bool Flag(string name) => Text(name)?.ToUpperInvariant() switch
    {
        null or "0" or "FALSE" or "NO" => false,
        "1" or "TRUE" or "YES" => true,
        _ => Mistake(name, "is 1 or 0", false),
    };

    public int Number(string name, int otherwise, int least, int most) => Text(name) switch
    {
        null => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        _ => Mistake(name, string.Create(CultureInfo.InvariantCulture, $"is a whole number from {least} to {most}"), otherwise),
    };

    public TEnum Choice<TEnum>(string name, TEnum otherwise)
        where TEnum : struct, Enum => Text(name) switch
    {
        null => otherwise,
        var text when Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) => value,
        _ => Mistake(name, "is one of " + string.Join(", ", Enum.GetNames<TEnum>()), otherwise),
    };

    /// <summary>An http or https address of a whole site, such as <c>https://sms.example.org</c>.</summary>
    public Uri? Site(string name) => Text(name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.PathAndQuery == "/" && url.Fragment.Length == 0 && url.UserInfo.Length == 0 => url,
        _ => Mistake<Uri?>(name, "is an address without a path, such as https://sms.example.org", null),
    };

    public string? ExistingFile(string name) => Text(name) switch
    {
        null => null,
        var path when File.Exists(path) => Path.GetFullPath(path),
        _ => Mistake<string?>(name, "names a file that this user can see; the one it names is not there", null),
    };

    public void Require(bool holds, string name, string rule)
    {
        if (!holds)
        {
            Mistake(name, rule, 0);
        }
    }

    public T Mistake<T>(string name, string rule, T otherwise)
    {
        Mistakes.Add($"{name} {rule}.");
        return otherwise;
    }
}
