using SmsPortal.VendorAccess;
using SmsPortal.Web.Components;

namespace SmsPortal.Web.Pages.Admin.Vendors;

/// <summary>An act on an account, without Blazor: one at a time, and what came of it at the field that it concerns.</summary>
public sealed class ActState
{
    private static readonly Dictionary<string, string> NoErrors = [];

    /// <summary>While it runs, every button of the act is locked.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What is wrong, by field; the complaint that belongs to no field is at <see cref="AccountResult.General"/>.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private set; } = NoErrors;

    /// <summary>What was done, in words; null before and after a failure.</summary>
    public string? Done { get; private set; }

    /// <summary>The complaint that belongs to no field.</summary>
    public string? General => Errors.GetValueOrDefault(AccountResult.General);

    /// <summary>The complaint at a field.</summary>
    public string? At(string field) => field.Length == 0 ? null : Errors.GetValueOrDefault(field);

    /// <summary>Begins; false when one runs already.</summary>
    public bool Begin()
    {
        if (IsBusy)
        {
            return false;
        }

        (IsBusy, Errors, Done) = (true, NoErrors, null);
        return true;
    }

    /// <summary>Ends with what the desk said.</summary>
    /// <param name="result">The result.</param>
    /// <param name="done">What to say when it was done.</param>
    public bool End(AccountResult result, string? done)
    {
        (IsBusy, Errors, Done) = (false, result.Errors, result.IsDone ? done : null);
        return result.IsDone;
    }

    /// <summary>Ends without a result.</summary>
    public void Fail(LoadFailure failure) => (IsBusy, Errors) = (false, new Dictionary<string, string> { [AccountResult.General] = $"{failure.Text} {Resources.Words.Of(Resources.Strings.QuoteId, failure.Id)}" });

    /// <summary>A field was typed in: its complaint is of yesterday.</summary>
    public void Touch(string field)
    {
        if (Errors.ContainsKey(field) || Done is not null)
        {
            (Errors, Done) = (Errors.Where(error => error.Key != field).ToDictionary(), null);
        }
    }
}
