namespace SmsPortal.Vendors;

/// <summary>What kind of thing a line is (domain.md, "PhoneLine").</summary>
public enum LineKind
{
    /// <summary>A Cool SMS number that receives at any time.</summary>
    Line = 0,

    /// <summary>A Cool SMS Lite number: receives only while awake.</summary>
    LiteLine = 1,

    /// <summary>An SMSPool rental.</summary>
    Rental = 2,

    /// <summary>One order's number, for minutes.</summary>
    OneTime = 3,

    /// <summary>The JookSMS inbox of an account.</summary>
    TwoWay = 4,

    /// <summary>An SMSPins telephone: its number may change, its id stays.</summary>
    Telephone = 5,

    /// <summary>A number that texts came to although nothing of ours explains it.</summary>
    Found = 6,
}
