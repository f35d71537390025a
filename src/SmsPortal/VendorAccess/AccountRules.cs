using SmsPortal.Http;
using SmsPortal.Storage;
using SmsPortal.Vendors;

namespace SmsPortal.VendorAccess;

/// <summary>What may stand in the fields of an account. Each method returns the clean value, or null and a complaint at its field.</summary>
internal static class AccountRules
{
    private const int LongestName = 200;
    private const int LongestCredential = 2000;

    public static string? Name(string? name, Dictionary<string, string> errors)
    {
        var clean = name?.Trim() ?? "";
        return clean.Length is > 0 and <= LongestName ? clean : Wrong(errors, AccountResult.Name, clean.Length == 0 ? "Give the account a name." : $"At most {LongestName} characters.");
    }

    public static string? Currency(string? currency, Dictionary<string, string> errors)
    {
        var clean = currency?.Trim().ToUpperInvariant() ?? "";
        return clean.Length == 3 && clean.All(char.IsAsciiLetterUpper) ? clean : Wrong(errors, AccountResult.Currency, "A currency has three letters, such as USD.");
    }

    /// <summary>The address with a slash at its end; plain http only to hosts that an admin allowed by name, so that no key travels in clear.</summary>
    public static string? Address(string address, OutboundOptions outbound, Dictionary<string, string> errors)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) || uri.Host.Length == 0)
        {
            return Wrong(errors, AccountResult.Address, "An address looks like https://example.com/api/.");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return Wrong(errors, AccountResult.Address, "The address must not hold a name, a question mark or a #.");
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !outbound.AllowedPrivateHosts.Contains(uri.Host))
        {
            return Wrong(errors, AccountResult.Address, "Use https. Plain http is for hosts that SMSPORTAL_ALLOW_PRIVATE_HOSTS names.");
        }

        return uri.AbsoluteUri.EndsWith('/') ? uri.AbsoluteUri : uri.AbsoluteUri + "/";
    }

    public static Dictionary<string, string> Credentials(IVendor vendor, IReadOnlyDictionary<string, string> given, Dictionary<string, string> errors)
    {
        var clean = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in vendor.CredentialFields)
        {
            var value = given.GetValueOrDefault(field.Name)?.Trim() ?? "";
            if (value.Length == 0)
            {
                errors[field.Name] = "This field is required.";
            }
            else if (value.Length > LongestCredential || value.Any(char.IsControl))
            {
                errors[field.Name] = "This is not a key: it is too long or holds line breaks.";
            }
            else
            {
                clean[field.Name] = value;
            }
        }

        return clean;
    }

    public static string[]? OwnNumbers(IEnumerable<string> numbers, Dictionary<string, string> errors)
    {
        var clean = new List<string>();
        foreach (var number in numbers.Select(number => number.Trim()).Where(number => number.Length > 0))
        {
            if (PhoneNumbers.ToE164(number, country: null) is not { } e164)
            {
                errors[AccountResult.OwnNumbers] = $"“{number}” is not a full number: begin with + and the country.";
                return null;
            }

            clean.Add(e164);
        }

        return [.. clean.Distinct(StringComparer.Ordinal)];
    }

    private static string? Wrong(Dictionary<string, string> errors, string field, string message)
    {
        errors[field] = message;
        return null;
    }
}
