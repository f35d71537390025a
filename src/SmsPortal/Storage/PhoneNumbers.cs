namespace SmsPortal.Storage;

/// <summary>Own numbers as E.164, only where that is certain.</summary>
public static class PhoneNumbers
{
    /// <summary>
    /// <c>+506…</c> stays; 10 digits and 11 with a leading 1 are North American where the country is not another one (Cool SMS, GetSMS mdn and SMSPins sell US numbers only);
    /// anything else is null.
    /// </summary>
    public static string? ToE164(string? number, string? country)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return null;
        }

        var digits = new string([.. number.Where(char.IsAsciiDigit)]);
        if (number.TrimStart().StartsWith('+'))
        {
            return digits.Length is >= 7 and <= 15 ? "+" + digits : null;
        }

        var american = country is null or "US" or "CA" or "United States";
        return american && digits.Length == 10 && digits[0] is >= '1' ? "+1" + digits
            : american && digits.Length == 11 && digits[0] == '1' ? "+" + digits
            : null;
    }
}
