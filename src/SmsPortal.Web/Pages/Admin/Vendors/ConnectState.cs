using SmsPortal.VendorAccess;
using SmsPortal.Vendors;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>The form that connects an account, without Blazor. A class: it holds keys until they are sent and must not print itself.</summary>
public sealed class ConnectState(IVendor vendor)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal) { [AccountResult.Name] = vendor.Name, [AccountResult.Currency] = "USD" };

    public IVendor Vendor { get; } = vendor;

    public ActState Act { get; } = new();

    /// <summary>True when the part below "Advanced" must be seen.</summary>
    public bool HasAdvancedError => Act.At(AccountResult.Address) is not null || Act.At(AccountResult.Currency) is not null;

    /// <summary>What stands in a field that is no secret.</summary>
    public string Value(string field) => _values.GetValueOrDefault(field, "");

    /// <summary>Something was typed.</summary>
    public void Set(string field, string value)
    {
        _values[field] = value;
        Act.Touch(field);
    }

    /// <summary>What is sent to the desk.</summary>
    public AccountForm ToForm() => new()
    {
        VendorKey = Vendor.Key,
        Name = Value(AccountResult.Name),
        Credentials = Vendor.CredentialFields.ToDictionary(field => field.Name, field => Value(field.Name)),
        BaseAddress = Value(AccountResult.Address),
        Currency = Value(AccountResult.Currency),
        OwnNumbers = VendorTexts.TakesOwnNumbers(Vendor.Key) ? SplitNumbers(Value(AccountResult.OwnNumbers)) : [],
    };

    /// <summary>The account is connected: the keys are not kept here.</summary>
    public void Forget()
    {
        foreach (var field in Vendor.CredentialFields)
        {
            _values.Remove(field.Name);
        }
    }

    /// <summary>One number per line; commas and semicolons divide as well.</summary>
    public static IReadOnlyList<string> SplitNumbers(string text) => text.Split(['\n', '\r', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
