namespace SmsPortal.Vendors.Capabilities;

/// <summary>Asks the vendor whether the credentials work.</summary>
public interface ICheckAccount
{
    /// <summary>Returns what the vendor says of the account.</summary>
    /// <exception cref="VendorException">KeyRejected with <see cref="VendorFailure.Field"/> where the vendor tells which one is wrong; any other failure.</exception>
    Task<AccountFacts> CheckAccountAsync(VendorSession session, CancellationToken cancellationToken);
}

/// <summary>What a check of the account learned.</summary>
/// <param name="Balance">In the account's currency; null where the vendor has none.</param>
/// <param name="LiteQueueWindow">Cool SMS: least time between wake-ups of Lite lines; not the same between uses (cool-sms:50).</param>
public sealed record AccountFacts(decimal? Balance = null, TimeSpan? LiteQueueWindow = null)
{
    /// <summary>Calls that the token's scope refuses, for people.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
