using SmsPortal.Model;

namespace SmsPortal.Storage;

/// <summary>How the account of a line does, as far as everybody may know who reads the line.</summary>
/// <param name="State">Active or paused; removed when the line is closed with its account.</param>
/// <param name="FailureKind">The class of the last failure by name; null when the last call went well.</param>
/// <param name="Failures">Failures in a row.</param>
public sealed record LineAccount(AccountState State, string? FailureKind, int Failures);
