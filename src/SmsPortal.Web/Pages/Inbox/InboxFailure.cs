namespace SmsPortal.Web.Pages.Inbox;

/// <summary>A failure to show.</summary>
/// <param name="Text">In words.</param>
/// <param name="Id">What to quote.</param>
public sealed record InboxFailure(string Text, string Id);
