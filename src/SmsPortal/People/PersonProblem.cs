namespace SmsPortal.People;

/// <summary>Why an act on a person was refused. The words are the page's.</summary>
public enum PersonProblem
{
    /// <summary>There is no such person (any more).</summary>
    Unknown,

    EmailNotValid,
    EmailTaken,
    NameMissing,

    /// <summary>Shorter than <see cref="PasswordRules.MinLength"/>.</summary>
    PasswordTooShort,

    /// <summary>Longer than <see cref="PasswordRules.MaxLength"/>.</summary>
    PasswordTooLong,

    /// <summary>On the list of common passwords, as it stands or in thin disguise.</summary>
    PasswordCommon,

    /// <summary>Holds the person's name or address.</summary>
    PasswordHoldsName,

    /// <summary>The password given as the present one is not.</summary>
    PasswordWrong,

    /// <summary>Nobody would be left to let people in.</summary>
    LastAdmin,

    /// <summary>The set-up token is not the one in the log, or somebody set the portal up already.</summary>
    TokenWrong,
}
