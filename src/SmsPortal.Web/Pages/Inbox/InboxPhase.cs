namespace SmsPortal.Web.Pages.Inbox;

/// <summary>Where the list stands.</summary>
public enum InboxPhase
{
    Loading,
    Ready,
    Failed,
}
