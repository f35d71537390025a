using System.Runtime.InteropServices;

namespace SmsPortal.Intake;

/// <summary>A known word at a place of a text; <paramref name="End"/> is exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CodeWordHit(int Start, int End, CodeWordKind Kind)
{
    /// <summary>Whether it names a code, surely or possibly.</summary>
    public bool NamesCode => Kind is CodeWordKind.StrongCode or CodeWordKind.Code;
}
