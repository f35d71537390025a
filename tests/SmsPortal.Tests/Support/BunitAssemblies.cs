using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SmsPortal.Tests.Support;

/// <summary>bUnit asks for AngleSharp.Diffing 1.0; the registry has 0.17, which serves as well (SmsPortal.Tests.csproj brings it).</summary>
internal static class BunitAssemblies
{
    private const string Diffing = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void LetOlderDiffingServe() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == Diffing ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Diffing + ".dll")) : null;
}
