namespace SmsPortal.Model;

/// <summary>The roles of people.</summary>
public static class PortalRoles
{
    /// <summary>Reads all lines, keeps vendors, people and grants.</summary>
    public const string Admin = "Admin";

    /// <summary>Reads what was granted.</summary>
    public const string Member = "Member";
}
