namespace SmsPortal.Storage;

/// <summary>For whom something is read. The first argument of every query that returns lines or messages.</summary>
/// <param name="UserId">The person.</param>
/// <param name="SeesAll">Admins read all lines.</param>
/// <param name="ReadUpTo">Texts up to this message id count as read.</param>
public sealed record Viewer(Guid UserId, bool SeesAll, long ReadUpTo);
