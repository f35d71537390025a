namespace SmsPortal.Vendors;

/// <summary>The credentials of one account in clear, alive only inside a call.</summary>
public sealed class VendorCredentials(IReadOnlyDictionary<string, Secret> fields)
{
    /// <summary>The value of a field by <see cref="CredentialField.Name"/>.</summary>
    /// <exception cref="VendorException">KeyRejected, with the field, when it is empty.</exception>
    public string this[string name] => fields.TryGetValue(name, out var secret) && secret.Value.Length > 0
        ? secret.Value
        : throw new VendorException(new VendorFailure(VendorFailureKind.KeyRejected, "This field is required.") { Field = name });

    /// <summary>Every value that must not appear in a log, a page or an exception.</summary>
    public IEnumerable<string> Values => fields.Values.Select(secret => secret.Value).Where(value => value.Length > 0);

    /// <summary>The values to redact from the vendor's answers: of secret fields only, as a user name such as <c>demo</c> may well stand in somebody's text.</summary>
    public IEnumerable<string> SecretsOf(IVendor vendor) =>
        from field in vendor.CredentialFields
        where field.IsSecret
        let secret = fields.GetValueOrDefault(field.Name)
        where secret is { Value.Length: > 0 }
        select secret.Value;
}
