namespace SmsPortal.Vendors;

/// <summary>One thing an admin types to connect an account.</summary>
/// <param name="Name">Stable name, used in storage: <c>token</c>, <c>key</c>, <c>client_id</c>, …</param>
/// <param name="Label">What the form says.</param>
/// <param name="Help">Where at the vendor it is found.</param>
/// <param name="IsSecret">Never shown again after saving but for its last four characters; a user name is shown.</param>
public sealed record CredentialField(string Name, string Label, string Help, bool IsSecret = true);
