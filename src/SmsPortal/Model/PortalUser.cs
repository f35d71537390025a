using Microsoft.AspNetCore.Identity;

namespace SmsPortal.Model;

/// <summary>A person who signs in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Set when an admin disabled the person: circuits and cookies end within 5 s.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Texts up to this message id count as read: those before the person came, and all up to the last "mark all read".</summary>
    public long ReadUpTo { get; set; }

    /// <summary>IANA time zone for display; null = the browser's.</summary>
    public string? TimeZone { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
