using SmsPortal.Model;

namespace SmsPortal.People;

/// <summary>A grant as the list shows it. Times in UTC.</summary>
public sealed record GrantRow
{
    public required int Id { get; init; }
    public required GrantTarget Target { get; init; }

    /// <summary>The line's or group's name.</summary>
    public required string TargetName { get; init; }

    public required GrantHolder Holder { get; init; }

    /// <summary>The person's or team's name.</summary>
    public required string HolderName { get; init; }

    public required AccessLevel Level { get; init; }
    public required bool WithHistory { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public required GrantReach Reach { get; init; }
}

/// <summary>A team or a line group with its members, by name.</summary>
/// <typeparam name="TMember">The id of a member: a person's or a line's.</typeparam>
public sealed record GroupRow<TMember>(int Id, string Name, IReadOnlyList<Named<TMember>> Members);

/// <summary>Something with a name, to choose from.</summary>
public sealed record Named<TId>(TId Id, string Name);

/// <summary>One reason why a person may read a line.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Person">Her name.</param>
/// <param name="IsAdmin">True when the reason is that admins read every line; the rest is empty then.</param>
/// <param name="Team">The team through which the grant reaches her.</param>
/// <param name="Group">The line group through which it reaches the line.</param>
/// <param name="Level">What the grant allows.</param>
/// <param name="WithHistory">Whether texts from before it are included.</param>
/// <param name="EndsAt">When the grant ends by itself (UTC).</param>
public sealed record LineReader(Guid UserId, string Person, bool IsAdmin, string? Team, string? Group, AccessLevel Level, bool WithHistory, DateTimeOffset? EndsAt);
