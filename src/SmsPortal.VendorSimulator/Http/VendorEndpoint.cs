namespace SmsPortal.VendorSimulator.Http;

/// <summary>One endpoint of a vendor's document: a row of the endpoint table.</summary>
/// <param name="Vendor">One of <see cref="VendorNames"/>.</param>
/// <param name="Name">Names it in counters and faults.</param>
/// <param name="Methods">The methods the vendor takes.</param>
/// <param name="Pattern">Path below the vendor's base address; <c>{x}</c> is any one segment.</param>
/// <param name="HasEffect">True when a call costs money or changes something at the vendor.</param>
/// <param name="Source">Document and lines, or the field note it comes from.</param>
public sealed record VendorEndpoint(string Vendor, string Name, string[] Methods, string Pattern, bool HasEffect, string Source)
{
    private readonly string[] _pattern = Pattern.Split('/');

    /// <summary>A second path for the same call, as newer clients use it.</summary>
    public string? Alias { get; init; }

    /// <summary>Known from public clients only, not from the document.</summary>
    public bool IsNewer { get; init; }

    /// <summary>The value of <c>cmd</c>, where one path serves many commands.</summary>
    public string? Command { get; init; }

    public required Func<Simulator, VendorCall, VendorAnswer> Handle { get; init; }

    internal bool Matches(VendorCall call, string[] path, out Dictionary<string, string> segments)
    {
        segments = [];
        return (Alias is not null && Alias == call.Path) || (Fits(path, segments) && (Command is null || Command == call.Field("cmd")));
    }

    private bool Fits(string[] path, Dictionary<string, string> segments)
    {
        if (path.Length != _pattern.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (_pattern[i].StartsWith('{'))
            {
                segments[_pattern[i].Trim('{', '}')] = path[i];
            }
            else if (_pattern[i] != path[i])
            {
                return false;
            }
        }

        return true;
    }
}
