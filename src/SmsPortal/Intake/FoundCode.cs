namespace SmsPortal.Intake;

public sealed record FoundCode(string Shown, string Copied);
