namespace SmsPortal.VendorAccess;

/// <summary>What came of a change to an account.</summary>
/// <param name="AccountId">The account, when the change was made.</param>
/// <param name="Errors">What is wrong, by the field it stands at: a credential field's name, <see cref="Name"/>, <see cref="Address"/>, …; empty = done.</param>
public sealed record AccountResult(int? AccountId, IReadOnlyDictionary<string, string> Errors)
{
    public const string Vendor = "vendor";
    public const string Name = "name";
    public const string Address = "base_address";
    public const string Currency = "currency";
    public const string OwnNumbers = "own_numbers";

    /// <summary>The key of a complaint that belongs to no field.</summary>
    public const string General = "";

    public bool IsDone => Errors.Count == 0;

    internal static AccountResult Done(int accountId) => new(accountId, new Dictionary<string, string>());

    internal static AccountResult Wrong(string field, string message) => new(null, new Dictionary<string, string> { [field] = message });

    internal static AccountResult Unknown { get; } = Wrong(General, "There is no such account any more.");
}
