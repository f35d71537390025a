namespace SmsPortal.Http;

/// <summary>The host resolves only to addresses that outgoing calls may not reach.</summary>
public sealed class AddressRefusedException(string host)
    : IOException($"The host {host} resolves to a private address. An admin can allow it by name (SMSPORTAL_ALLOW_PRIVATE_HOSTS).");
