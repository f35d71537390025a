namespace SmsPortal.People;

/// <summary>What passes for an e-mail address: enough to tell a typing error, no more; names in any script.</summary>
public static class EmailRules
{
    // RFC 5321, 4.5.3.1.3: a path has at most 256 characters, two of them angle brackets.
    private const int MaxLength = 254;

    public static bool IsAddress(string? text)
    {
        var address = text?.Trim() ?? "";
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.IndexOf('@') == at && address.Length <= MaxLength && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',');
    }
}
