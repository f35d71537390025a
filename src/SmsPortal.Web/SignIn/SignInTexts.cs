using SmsPortal.People;

namespace SmsPortal.Web.SignIn;

/// <summary>What the sign-in and people pages say of a refusal.</summary>
public static class SignInTexts
{
    /// <summary>One text for every reason: who asks must not learn which addresses exist.</summary>
    public const string Refused = "The e-mail address and the password do not fit together. After five wrong passwords an account is locked for five minutes.";

    public static readonly string PasswordHint = $"At least {PasswordRules.MinLength} characters; several words in a row are easy to remember.";

    public const string FormTooOld = "This form was open for too long, or cookies are blocked. Please try again.";
    public const string TooManyTries = "Too many tries from your network.";
    public const string Busy = "Very many people sign in just now.";

    /// <summary>The reason as a sentence for the field it belongs to.</summary>
    public static string Of(PersonProblem problem) => problem switch
    {
        PersonProblem.EmailNotValid => "Type an e-mail address, such as ana@example.org.",
        PersonProblem.EmailTaken => "Somebody with this e-mail address is here already.",
        PersonProblem.NameMissing => "Type the name that others see.",
        PersonProblem.PasswordTooShort => $"A password has at least {PasswordRules.MinLength} characters. Several words in a row are easy to remember.",
        PersonProblem.PasswordTooLong => $"A password has at most {PasswordRules.MaxLength} characters.",
        PersonProblem.PasswordCommon => "This password is among the first that attackers try. Choose another one.",
        PersonProblem.PasswordHoldsName => "The password must not contain the name or the e-mail address.",
        PersonProblem.PasswordWrong => "This is not your present password.",
        PersonProblem.LastAdmin => "This is the only admin who can sign in: make somebody else an admin first.",
        PersonProblem.TokenWrong => "This is not the set-up token. The portal prints a new one at each start while nobody is there: copy the newest one from its log.",
        PersonProblem.Unknown => "This person is not there any more.",
        _ => "That did not work.",
    };
}
