namespace SmsPortal.Intake;

public static class CodeFinder
{
    public static FoundCode? Find(string text, string? vendorPin = null, string? service = null) => vendorPin is null ? null : new FoundCode(vendorPin, vendorPin);
}
