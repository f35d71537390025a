namespace SmsPortal.People;

/// <summary>A person as lists show her. Times in UTC.</summary>
public sealed record PersonRow
{
    public required Guid Id { get; init; }
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public required bool IsAdmin { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set while the person may not sign in.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Until when wrong passwords lock the account.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>Lines she may read by grants; admins read all.</summary>
    public required int LineCount { get; init; }
}
