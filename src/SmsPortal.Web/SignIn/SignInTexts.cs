using SmsPortal.People;
using SmsPortal.Web.Resources;

namespace SmsPortal.Web.SignIn;

/// <summary>What the sign-in and people pages say of a refusal.</summary>
public static class SignInTexts
{
    /// <summary>One text for every reason: who asks must not learn which addresses exist.</summary>
    public static string Refused => Strings.SignInRefused;

    public static string FormTooOld => Strings.SignInFormTooOld;

    public static string Busy => Strings.SignInBusy;

    public static string PasswordHint => Words.Of(Strings.PasswordHint, PasswordRules.MinLength);

    /// <summary>The reason as a sentence for the field it belongs to.</summary>
    public static string Of(PersonProblem problem) => problem switch
    {
        PersonProblem.EmailNotValid => Strings.ProblemEmailNotValid,
        PersonProblem.EmailTaken => Strings.ProblemEmailTaken,
        PersonProblem.NameMissing => Strings.ProblemNameMissing,
        PersonProblem.PasswordTooShort => Words.Of(Strings.ProblemPasswordTooShort, PasswordRules.MinLength),
        PersonProblem.PasswordTooLong => Words.Of(Strings.ProblemPasswordTooLong, PasswordRules.MaxLength),
        PersonProblem.PasswordCommon => Strings.ProblemPasswordCommon,
        PersonProblem.PasswordHoldsName => Strings.ProblemPasswordHoldsName,
        PersonProblem.PasswordWrong => Strings.ProblemPasswordWrong,
        PersonProblem.LastAdmin => Strings.ProblemLastAdmin,
        PersonProblem.TokenWrong => Strings.ProblemTokenWrong,
        _ => Strings.ProblemPersonUnknown,
    };
}
