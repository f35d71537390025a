namespace SmsPortal.People;

/// <summary>A person to be made. A class that does not print itself: it holds a password.</summary>
public sealed class NewPerson
{
    public required string Email { get; init; }

    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; init; }

    public required string Password { get; init; }
    public bool IsAdmin { get; init; }
}

/// <summary>What became of making a person: the id, or every reason against it.</summary>
public sealed record PersonResult(Guid? Id, IReadOnlyList<PersonProblem> Problems)
{
    internal static PersonResult Made(Guid id) => new(id, []);

    internal static PersonResult Refused(params IReadOnlyList<PersonProblem> problems) => new(null, problems);
}
