namespace SmsPortal.Intake;

/// <summary>A piece of text that could be a code; <paramref name="End"/> is exclusive.</summary>
/// <param name="Start">Index in the plain form.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Copied">What would be pasted.</param>
internal sealed record CodeCandidate(int Start, int End, CodeShape Shape, string Copied)
{
    /// <summary>Whether it is digits only when pasted.</summary>
    public bool IsNumeric => Shape != CodeShape.LettersAndDigits;
}
