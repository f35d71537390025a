namespace SmsPortal.Web.Hosting;

/// <summary>
/// The portal cannot start, and a person can mend it: the message says in plain words what is wrong and what to do.
/// Shown without a stack trace; the process ends with exit code 1.
/// </summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
