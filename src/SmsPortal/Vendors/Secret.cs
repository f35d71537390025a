using System.Text.Json.Serialization;

namespace SmsPortal.Vendors;

/// <summary>A key or password in clear. Prints as ***; <see cref="Value"/> is read only where a request is composed.</summary>
public sealed class Secret(string value)
{
    /// <summary>The clear text.</summary>
    [JsonIgnore]
    public string Value { get; } = value;

    public override string ToString() => "***";
}
