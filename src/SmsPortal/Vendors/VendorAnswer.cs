namespace SmsPortal.Vendors;

/// <summary>A whole answer that was neither 429 nor 5xx nor a redirect; the mapping says what it means.</summary>
/// <param name="Status">200 to 299, or 400 to 499 but 429: several vendors put business errors into these.</param>
/// <param name="Text">The body.</param>
/// <param name="Effect">What kind of call it answers; decides what an unreadable body is called.</param>
public sealed record VendorAnswer(int Status, string Text, CallEffect Effect)
{
    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The failure of an answer that cannot be understood: BadAnswer, or OutcomeUnknown where the call had effects.</summary>
    public VendorException Unreadable(string why, Exception? inner = null) => new(
        new VendorFailure(Effect == CallEffect.Changes ? VendorFailureKind.OutcomeUnknown : VendorFailureKind.BadAnswer, why) { Status = Status, Raw = Text[..Math.Min(Text.Length, 2000)] },
        inner);

    /// <summary>A failure in the vendor's words.</summary>
    public VendorException Failed(VendorFailureKind kind, string message, string? field = null) => new(
        new VendorFailure(kind, message) { Status = Status, Field = field, Raw = Text[..Math.Min(Text.Length, 2000)] });
}
