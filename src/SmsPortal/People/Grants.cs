using SmsPortal.Model;

namespace SmsPortal.People;

/// <summary>What is granted: one line, or a group of lines.</summary>
/// <param name="LineId">The line; null for a group.</param>
/// <param name="GroupId">The group; null for a line.</param>
public readonly record struct GrantTarget(long? LineId, int? GroupId)
{
    public static GrantTarget Line(long id) => new(id, null);

    public static GrantTarget Group(int id) => new(null, id);

    /// <summary>Exactly one of the two.</summary>
    public bool IsValid => LineId is null != GroupId is null;
}

/// <summary>To whom: one person, or a team.</summary>
/// <param name="UserId">The person; null for a team.</param>
/// <param name="TeamId">The team; null for a person.</param>
public readonly record struct GrantHolder(Guid? UserId, int? TeamId)
{
    public static GrantHolder Person(Guid id) => new(id, null);

    public static GrantHolder Team(int id) => new(null, id);

    /// <summary>Exactly one of the two.</summary>
    public bool IsValid => UserId is null != TeamId is null;
}

/// <summary>A grant to be made, or to take the place of the one that joins the same two.</summary>
public sealed record NewGrant(GrantTarget Target, GrantHolder Holder)
{
    public AccessLevel Level { get; init; } = AccessLevel.Read;

    /// <summary>Whether texts from before the grant may be read.</summary>
    public bool WithHistory { get; init; } = true;

    /// <summary>When it ends by itself (UTC); null = never.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}

/// <summary>How far a grant would reach.</summary>
/// <param name="Lines">Lines it covers now.</param>
/// <param name="People">People it reaches now, disabled ones not counted.</param>
public sealed record GrantReach(int Lines, int People);
