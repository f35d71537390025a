using Microsoft.Extensions.Configuration;

namespace SmsPortal.Tests.Hosting;

/// <summary>An empty configuration that remembers which settings it was asked for.</summary>
internal sealed class RecordingConfiguration : ConfigurationProvider, IConfigurationSource
{
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public IConfiguration Root => new ConfigurationBuilder().Add(this).Build();

    public override bool TryGet(string key, out string? value)
    {
        Asked.Add(key);
        value = null;
        return false;
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
