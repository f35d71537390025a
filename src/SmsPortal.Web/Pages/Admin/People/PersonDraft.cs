using SmsPortal.People;
using SmsPortal.Web.SignIn;

namespace SmsPortal.Web.Pages.Admin.People;

/// <summary>A person or a password being typed, with what is wrong so far.</summary>
public sealed class PersonDraft
{
    private static readonly PersonProblem[] OfEmail = [PersonProblem.EmailNotValid, PersonProblem.EmailTaken];
    private static readonly PersonProblem[] OfPassword = [PersonProblem.PasswordTooShort, PersonProblem.PasswordTooLong, PersonProblem.PasswordCommon, PersonProblem.PasswordHoldsName];

    /// <summary>Whose password is set; null = a person is added.</summary>
    public PersonRow? Person { get; init; }

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Made for handing over; may be typed over.</summary>
    public string Password { get; set; } = PasswordMaker.New();

    public bool IsAdmin { get; set; }

    public IReadOnlyList<PersonProblem> Problems { get; set; } = [];

    public string? EmailProblem => Of(OfEmail);

    public string? NameProblem => Of([PersonProblem.NameMissing]);

    public string? PasswordProblem => Of(OfPassword);

    private string? Of(PersonProblem[] field) => Problems.Where(field.Contains).Select(SignInTexts.Of).FirstOrDefault();
}

/// <summary>A password to hand over, shown this once.</summary>
public sealed class HandOver(string name, string email, string password)
{
    public string Name { get; } = name;

    public string Email { get; } = email;

    public string Password { get; } = password;
}
