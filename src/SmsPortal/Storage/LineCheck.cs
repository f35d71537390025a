using SmsPortal.Vendors.Capabilities;

namespace SmsPortal.Storage;

/// <summary>The newest check of a telephone (SMSPins). Times in UTC.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Note">Why, where that is not plain.</param>
public sealed record LineCheck(CheckState State, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt, string? Note)
{
    /// <summary>True while the vendor looks for texts, or nobody knows what came of it.</summary>
    public bool IsOpen => EndedAt is null && State is (CheckState.Pending or CheckState.Acquired or CheckState.Started or CheckState.Unknown);
}
