namespace SmsPortal.Vendors;

/// <summary>
/// What makes a message the same message when it is read again, by the table of domain.md; a unique index on (account, identity) decides.
/// </summary>
/// <param name="Text">The parts that identify it, joined; the store keeps a hash of it.</param>
/// <param name="Occurrence">The how-manieth equal one within one answer, from 1, so that true twins are kept.</param>
/// <param name="VendorId">GetSMS only: the request id that a webhook gives. Twins by webhook are a redelivery unless it differs; a poll gives none.</param>
public sealed record VendorIdentity(string Text, int Occurrence = 1, string? VendorId = null)
{
    /// <summary>Joins parts so that no two different lists give the same text.</summary>
    public static string Join(params string?[] parts) => string.Join('\u001f', parts.Select(part => part is null ? "\u0001" : part.Replace("\u001f", "\u001f\u001f", StringComparison.Ordinal)));
}
