namespace SmsPortal.Intake;

/// <summary>How a candidate is written.</summary>
internal enum CodeShape
{
    /// <summary><c>804511</c></summary>
    Digits,

    /// <summary><c>204-551</c>, <c>123 456</c>, <c>12-34-56</c>, <c>3 9 4 8</c></summary>
    Groups,

    /// <summary><c>G-804036</c>: the letter is shown but not typed.</summary>
    Prefixed,

    /// <summary><c>84KQ7P</c>, <c>AB-12CD</c></summary>
    LettersAndDigits,
}
