namespace SmsPortal.Vendors;

/// <summary>Whether a call may be repeated is decided per call, not per verb: two vendors spend money on GET (field-notes, "ten things", 7).</summary>
public enum CallEffect
{
    /// <summary>Only reads: a failure is VendorDown or BadAnswer.</summary>
    None,

    /// <summary>Costs money or changes something: a lost or unreadable answer is OutcomeUnknown.</summary>
    Changes,
}
