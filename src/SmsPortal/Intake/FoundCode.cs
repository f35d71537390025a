namespace SmsPortal.Intake;

/// <summary>A one-time code found in a text.</summary>
/// <param name="Shown">As the text writes it, without invisible characters: <c>G-804036</c>, <c>204-551</c>.</param>
/// <param name="Copied">What a person pastes into the form: ASCII, without grouping: <c>804036</c>, <c>204551</c>.</param>
public sealed record FoundCode(string Shown, string Copied);
