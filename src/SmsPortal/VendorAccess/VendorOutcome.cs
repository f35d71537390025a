using System.Diagnostics.CodeAnalysis;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>What came of a call: a value, or why there is none.</summary>
public sealed class VendorOutcome<T>
{
    internal VendorOutcome(T value) => Value = value;

    internal VendorOutcome(VendorFailure failure) => Failure = failure;

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Failure is null;

    /// <summary>The vendor's answer.</summary>
    public T? Value { get; }

    /// <summary>Why there is none, keys redacted.</summary>
    public VendorFailure? Failure { get; }

    /// <summary>True when the gate did not call at all: paused, removed, backed off or inside <c>Retry-After</c>.</summary>
    public bool WasHeld { get; internal init; }
}
