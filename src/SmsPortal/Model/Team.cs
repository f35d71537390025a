namespace SmsPortal.Model;

/// <summary>People who share what they are granted together.</summary>
public sealed class Team
{
    public int Id { get; set; }
    public required string Name { get; set; }
}

/// <summary>A person is in a team.</summary>
public sealed class TeamMember
{
    public int TeamId { get; set; }
    public Guid UserId { get; set; }
}
