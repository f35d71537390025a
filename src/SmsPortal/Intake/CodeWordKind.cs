namespace SmsPortal.Intake;

/// <summary>What a known word says about the number next to it.</summary>
internal enum CodeWordKind
{
    /// <summary>Names a code and nothing else: "verification code", "OTP".</summary>
    StrongCode,

    /// <summary>Can name a code: "code", "PIN", "password".</summary>
    Code,

    /// <summary>Speaks of signing in or confirming.</summary>
    Context,

    /// <summary>Asks to type something in.</summary>
    Enter,

    /// <summary>Forbids or denies: "never", "do not". A code word after it is a warning, not an announcement.</summary>
    Warning,

    /// <summary>The code beside it is no longer good.</summary>
    Expired,

    /// <summary>Names another number: order, account, flight, room.</summary>
    OtherNumber,

    /// <summary>Sales: the code beside it is for a basket, not for a sign-in.</summary>
    Promotion,

    /// <summary>A number to call or to text.</summary>
    Contact,

    /// <summary>Currency, before or after the number.</summary>
    Money,

    /// <summary>Unit after the number.</summary>
    Unit,
}
