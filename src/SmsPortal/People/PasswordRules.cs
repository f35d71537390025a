namespace SmsPortal.People;

/// <summary>What a password must be (quality.md, "Sign-in"): long, not common, not the person's name. Nothing about kinds of characters.</summary>
public static class PasswordRules
{
    /// <summary>Characters at least.</summary>
    public const int MinLength = 12;

    /// <summary>Characters at most, so that nobody makes us hash megabytes.</summary>
    public const int MaxLength = 256;

    // Shorter parts of a name ("Jo", "Lee") occur in honest passwords by chance.
    private const int ShortestNamePart = 4;

    /// <summary>The first rule that the password breaks; null when it is fine.</summary>
    public static PersonProblem? Check(string password, string? email, string? displayName) => password switch
    {
        { Length: < MinLength } => PersonProblem.PasswordTooShort,
        { Length: > MaxLength } => PersonProblem.PasswordTooLong,
        _ when NameParts(email, displayName).Any(part => password.Contains(part, StringComparison.OrdinalIgnoreCase)) => PersonProblem.PasswordHoldsName,
        _ when CommonPasswords.Contains(password) => PersonProblem.PasswordCommon,
        _ => null,
    };

    private static IEnumerable<string> NameParts(string? email, string? displayName)
    {
        var local = email?.Split('@')[0] ?? "";
        return new[] { local }
            .Concat(local.Split('.', '-', '_', '+'))
            .Concat((displayName ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length >= ShortestNamePart);
    }
}
