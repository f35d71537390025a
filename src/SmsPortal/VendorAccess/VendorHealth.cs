using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>Decides what a failure means for the account: whether it is trouble, and how long no call is made.</summary>
internal static class VendorHealth
{
    private const int UnreadableAnswersTolerated = 2;

    /// <summary>False for answers that are about the thing asked for, not about the account: the vendor works.</summary>
    public static bool IsTrouble(VendorFailure failure) =>
        failure.Kind is VendorFailureKind.KeyRejected or VendorFailureKind.RateLimited or VendorFailureKind.VendorDown or VendorFailureKind.OutcomeUnknown or VendorFailureKind.BadAnswer;

    /// <summary>How long the account waits after the failure; zero = the next call may be made at once.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="consecutive">Which failure in a row this is, from 1.</param>
    /// <param name="options">First and longest step.</param>
    public static TimeSpan BackOff(VendorFailure failure, int consecutive, GateOptions options)
    {
        var wait = failure.Kind switch
        {
            // Without a field the key works and only lacks the scope for this call.
            VendorFailureKind.KeyRejected => failure.Field is null ? TimeSpan.Zero : options.LongestBackOff,
            VendorFailureKind.RateLimited or VendorFailureKind.VendorDown or VendorFailureKind.OutcomeUnknown => Step(consecutive, options),

            // One line's odd text must not stop the other lines of the account.
            VendorFailureKind.BadAnswer => consecutive <= UnreadableAnswersTolerated ? TimeSpan.Zero : Step(consecutive - UnreadableAnswersTolerated, options),
            _ => TimeSpan.Zero,
        };
        return failure.RetryAfter is { } floor && floor > wait ? floor : wait;
    }

    private static TimeSpan Step(int consecutive, GateOptions options)
    {
        var wait = options.FirstBackOff * Math.Pow(2, Math.Min(consecutive - 1, 20));
        return wait < options.LongestBackOff ? wait : options.LongestBackOff;
    }
}
