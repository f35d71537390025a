using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>A grant that reaches a line: who holds it, and how it reaches.</summary>
/// <param name="Name">The person's or the team's name.</param>
/// <param name="People">How many people are in the team; null for a person.</param>
/// <param name="Group">The line group through which it reaches the line; null when it stands on the line itself.</param>
/// <param name="Level">What it allows.</param>
/// <param name="WithHistory">Whether texts from before it are included.</param>
/// <param name="EndsAt">When it ends by itself (UTC).</param>
public sealed record LineHolder(string Name, int? People, string? Group, AccessLevel Level, bool WithHistory, DateTimeOffset? EndsAt);
